import { readFileSync } from 'node:fs';
import type { ReportLine } from '@mailroom/database';

/** Lines of `backfill --report` by file. */
export function readReport(file: string): ReadonlyMap<string, ReportLine> {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return new Map(lines.map((line): ReportLine => JSON.parse(line)).map((line) => [line.file, line]));
}
