import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Contender, findContenders } from './ocr/contenders.ts';
import { loadPageSet, type PageSet } from './ocr/page-set.ts';
import { characterError, wordF1 } from './ocr/text-error.ts';
import { watchMemory } from './ocr/watch-memory.ts';

/*
 * npm run -s bench:ocr -- [FOLDER...] [--pages 8] [--rounds 2]
 * Reads the pages of each folder with both engines and with whatever else is installed, in turns, and prints
 * pages a minute (open pages in, searchable PDF out), character error, word F1 and peak memory of the tree.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pages: { type: 'string', default: '8' }, rounds: { type: 'string', default: '2' } },
});

interface Score {
  readonly seconds: number[];
  texts: readonly string[];
  peakMb: number;
}

const workDir = await mkdtemp(join(tmpdir(), 'mailroom-bench-'));
const contenders = findContenders();
try {
  for (const folder of positionals.length > 0 ? positionals : ['fixtures/documents']) {
    if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
    const set = await loadPageSet(folder, Number(values.pages), workDir);
    if (set.pages.length > 0) print(set, await race(set, contenders, Number(values.rounds)));
  }
} finally {
  await rm(workDir, { recursive: true });
}

/** Interleaved, so that whatever else the machine does hits everybody alike. */
async function race(set: PageSet, all: readonly Contender[], rounds: number): Promise<Map<string, Score>> {
  const scores = new Map<string, Score>(all.map(({ name }) => [name, { seconds: [], texts: [], peakMb: 0 }]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, open } of all) {
      const score = scores.get(name);
      if (!score) continue;
      const contender = await open();
      const startedAt = performance.now();
      const { result, peakMb } = await watchMemory(() => contender.run(set));
      score.seconds.push((performance.now() - startedAt) / 1000);
      await contender.close();
      score.texts = result;
      score.peakMb = Math.max(score.peakMb, peakMb);
    }
  }
  return scores;
}

function print({ name, pages }: PageSet, scores: ReadonlyMap<string, Score>): void {
  const known = pages.flatMap(({ truth }, index) => (truth === undefined ? [] : [{ truth, index }]));
  process.stdout.write(`\n${name}: ${pages.length} pages, ${known.length} with a truth\n`);
  const reference = fastest(scores.get('ocrmypdf'));
  for (const [contender, score] of scores) {
    const seconds = fastest(score);
    const errors = known.map(({ truth, index }) => characterError(truth, score.texts[index] ?? ''));
    const words = known.map(({ truth, index }) => wordF1(truth, score.texts[index] ?? ''));
    const columns = [
      contender.padEnd(26),
      `${((pages.length * 60) / seconds).toFixed(0)} pages/min`.padStart(14),
      Number.isFinite(reference) ? `${(reference / seconds).toFixed(2)} x ocrmypdf`.padStart(16) : '',
      `CER ${(mean(errors) * 100).toFixed(2)} %`.padStart(12),
      `word F1 ${(mean(words) * 100).toFixed(1)} %`.padStart(16),
      `${score.peakMb.toFixed(0)} MB`.padStart(8),
    ];
    process.stdout.write(`${columns.join('  ')}\n`);
  }
}

function fastest(score: Score | undefined): number {
  return Math.min(...(score?.seconds ?? []));
}

function mean(values_: readonly number[]): number {
  return values_.reduce((sum, value) => sum + value, 0) / Math.max(1, values_.length);
}
