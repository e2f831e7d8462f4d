import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Truth } from '@mailroom/fixtures';
import { mailroom } from './home/mailroom.ts';
import { readReport } from './home/read-report.ts';
import { judge } from './routing/judge.ts';
import { printFigures, printMistakes } from './routing/print.ts';

/*
 * How well documents are routed, through the whole pipeline:
 *   npm run -s bench routing [FOLDER]
 * FOLDER holds documents/, truth.jsonl and customers.csv; without it the fixtures. Any rendered corpus
 * (fixtures/render-corpus.ts) will do.
 */

const root = dirname(import.meta.dirname);
const folder = process.argv[2] ?? join(root, 'fixtures');
const home = mkdtempSync(join(tmpdir(), 'mailroom-bench-'));

try {
  mailroom(home, ['customers', 'import', join(folder, 'customers.csv')]);
  const startedAt = performance.now();
  mailroom(home, ['backfill', join(folder, 'documents'), '--report', join(home, 'report.jsonl')]);
  const seconds = (performance.now() - startedAt) / 1000;
  const truth: readonly Truth[] = readFileSync(join(folder, 'truth.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line)); // written by our own generator
  const judged = judge(truth, readReport(join(home, 'report.jsonl')));
  printFigures(judged, seconds);
  printMistakes(judged);
} finally {
  rmSync(home, { recursive: true, force: true });
}
