import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ConfidenceBand, wrongByConfidence } from './ocr/confidence.ts';
import { type Contender, findContenders } from './ocr/contenders.ts';
import { drawScans } from './ocr/draw-scans.ts';
import { type FileSet, loadFileSets } from './ocr/file-set.ts';
import type { ReadFile } from './ocr/reading-protocol.ts';
import { characterError, missedNumbers, wordF1 } from './ocr/text-error.ts';
import { type Watched, watchTree } from './ocr/watch-tree.ts';
import { withoutStamps } from './ocr/without-stamps.ts';

/*
 * npm run -s bench:ocr -- [FOLDER...] [--drawn PAGES] [--files 8] [--rounds 2] [--only NAME] [--each]
 * Reads the scans of each folder, and of the folders below it, with both engines and with whatever else is installed,
 * in turns: files in, searchable PDF out, all pages. Without a folder: the fixtures, and letters of the corpus drawn
 * as a scanner writes them; --drawn: so many pages of these alone. Prints pages a minute, CPU seconds a page (the
 * figure that holds on a busy machine), both against ocrmypdf, the hours that a peak day takes, the error against the
 * truth, and the peak memory of the process tree.
 */

const root = join(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    drawn: { type: 'string' },
    files: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '2' },
    only: { type: 'string', default: '' },
    each: { type: 'boolean', default: false },
  },
});
const fixtures = ['faxes', 'letters'].map((name) => join(root, 'fixtures', 'documents', name));

type Text = Pick<ReadFile, 'text'> & Partial<ReadFile>;
type Run = Watched<readonly Text[]>;

const workDir = await mkdtemp(join(tmpdir(), 'mailroom-bench-'));
const contenders = findContenders(workDir).filter(({ name }) => name.includes(values.only));
try {
  for (const folder of await folders()) {
    for (const set of await loadFileSets(folder, Number(values.drawn ?? values.files))) {
      report(set, await race(set, contenders, Number(values.rounds)));
    }
  }
} finally {
  await rm(workDir, { recursive: true });
}

async function folders(): Promise<string[]> {
  if (positionals.length > 0) return positionals.flatMap(foldersFrom);
  const drawn = join(workDir, 'drawn');
  await drawScans(drawn, Number(values.drawn ?? values.files));
  return values.drawn === undefined ? [...fixtures.flatMap(foldersFrom), drawn] : [drawn];
}

function foldersFrom(folder: string): string[] {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  const below = readdirSync(folder, { withFileTypes: true, recursive: true });
  const folders = below.filter((entry) => entry.isDirectory());
  return [folder, ...folders.map((entry) => join(entry.parentPath, entry.name))].sort();
}

/** Interleaved, so that whatever else the machine does hits everybody alike. */
async function race(
  set: FileSet,
  all: readonly Contender[],
  rounds: number,
): Promise<ReadonlyMap<string, Run[]>> {
  const runs = new Map<string, Run[]>(all.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, open } of all) {
      const contender = await open(set);
      runs.get(name)?.push(await watchTree(() => contender.run()));
      await contender.close();
    }
  }
  return runs;
}

function report(set: FileSet, runs: ReadonlyMap<string, Run[]>): void {
  const pages = set.pages.length;
  const known = set.files.filter((file) => file.truth !== undefined).length;
  print(`\n${set.name}: ${set.files.length} files, ${pages} pages, ${known} files with a truth`);
  const reference = runs.get('ocrmypdf');
  for (const [name, own] of runs) {
    const columns = [
      name.padEnd(26),
      `${((pages * 60) / least(own, 'seconds')).toFixed(0)} pages/min`.padStart(13),
      `${(least(own, 'cpuSeconds') / pages).toFixed(2)} CPU s/page`.padStart(16),
      reference ? `${ratio(reference, own, 'seconds')} x (CPU ${ratio(reference, own, 'cpuSeconds')} x)` : '',
      peakDay(own, pages),
      ...errors(set, own.at(-1)?.result ?? []),
      `${Math.max(...own.map((run) => run.peakMb)).toFixed(0)} MB`.padStart(7),
    ];
    print(columns.join('  '));
  }
  for (const [name, own] of runs) printConfidence(name, set, own.at(-1)?.result ?? []);
}

/** How long 24,000 pages, the most that a day brings, take at this rate: by the clock, and when nothing else runs. */
function peakDay(runs: readonly Run[], pages: number): string {
  const hours = (seconds: number) => ((seconds / pages) * (24_000 / 3600)).toFixed(1);
  return `24,000: ${hours(least(runs, 'seconds'))} h (CPU ${hours(least(runs, 'cpuSeconds') / cpus().length)} h)`;
}

function least(runs: readonly Run[], figure: 'seconds' | 'cpuSeconds'): number {
  return Math.min(...runs.map((run) => run[figure]));
}

function ratio(reference: readonly Run[], own: readonly Run[], figure: 'seconds' | 'cpuSeconds'): string {
  return (least(reference, figure) / least(own, figure)).toFixed(2);
}

function errors({ files }: FileSet, texts: readonly Text[]): string[] {
  const judged = files.flatMap(({ truth }, index) =>
    truth ? [{ truth: withoutStamps(truth), read: withoutStamps(texts[index]?.text ?? '') }] : [],
  );
  if (judged.length === 0) return [];
  const percent = (measure: (truth: string, read: string) => number) => {
    const total = judged.reduce((sum, { truth, read }) => sum + measure(truth, read), 0);
    return ((total / judged.length) * 100).toFixed(2);
  };
  const numbers = judged.map(({ truth, read }) => missedNumbers(truth, read));
  const sum = (count: 'missed' | 'numbers') => numbers.reduce((total, one) => total + one[count], 0);
  return [
    `CER ${percent(characterError)} %`.padStart(12),
    `word F1 ${percent(wordF1)} %`.padStart(16),
    `numbers missed ${sum('missed')}/${sum('numbers')}`.padStart(22),
  ];
}

function printConfidence(name: string, { files }: FileSet, texts: readonly Text[]): void {
  const judged = files.flatMap(({ truth }, index) => {
    const words = texts[index]?.words;
    return truth && words ? [{ truth, words }] : [];
  });
  if (judged.length === 0) return;
  const bands = wrongByConfidence(judged).filter((band) => band.words > 0);
  print(`  ${name}, wrong words by confidence: ${bands.map(describeBand).join(', ')}`);
  if (!values.each) return;
  for (const [index, { path, truth }] of files.entries()) {
    const { text = '', pageConfidences = [] } = texts[index] ?? {};
    const error = truth === undefined ? '' : `word F1 ${(wordF1(truth, text) * 100).toFixed(0)} %`;
    print(
      `    ${basename(path)}  confidence ${pageConfidences.map((one) => one.toFixed(2)).join(' ')}  ${error}`,
    );
  }
}

function describeBand({ from, to, words, wrong }: ConfidenceBand): string {
  return `${from}-${to} ${((wrong / words) * 100).toFixed(1)} % of ${words}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
