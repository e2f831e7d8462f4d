import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename, join, resolve } from 'node:path';
import { watchClaims } from './corpus/watch-claims.ts';
import { mailroomProgram } from './home/mailroom.ts';
import { openHome } from './home/open-home.ts';
import { readReport } from './home/read-report.ts';
import { watchTree } from './ocr/watch-tree.ts';

/*
 * Every file of each folder through the whole of a backfill, in a home of its own:
 *   npm run -s bench corpus -- FOLDER...
 */

const columns = [
  'corpus',
  'files',
  'routed',
  'review',
  'rejected',
  'crashes',
  'seconds',
  'slowest file',
  'peak',
];
print(columns);
for (const folder of process.argv.slice(2)) print(await measure(resolve(folder)));

async function measure(folder: string): Promise<readonly string[]> {
  await using home = await openHome();
  const claims = watchClaims(home.database);
  const report = join(home.folder, 'report.jsonl');
  const { result: code, seconds, peakMb } = await watchTree(() => backfill(folder, report, home.folder));
  const spent = [...(await claims.stop())].sort(([, one], [, other]) => other - one);
  if (code !== 0) throw new Error(`the backfill of ${folder} ended with ${code}`);
  const lines = [...readReport(report).values()];
  const count = (state: string) => String(lines.filter((line) => line.state === state).length);
  // Given up after several attempts, each of which ended a process or an exception nobody expected.
  const crashes = lines.filter((line) => line.reason?.includes('gescheitert')).length;
  const [slowest, ms = 0] = spent[0] ?? [];
  const file = lines.find((line) => Number(line.documentId) === slowest)?.file ?? '';
  const states = ['routed', 'review', 'rejected'].map(count);
  const slow = `${(ms / 1000).toFixed(1)} s ${basename(file)}`;
  return [
    basename(folder),
    String(lines.length),
    ...states,
    String(crashes),
    seconds.toFixed(0),
    slow,
    `${peakMb.toFixed(0)} MB`,
  ];
}

async function backfill(folder: string, report: string, home: string): Promise<unknown> {
  const child = spawn(process.execPath, [mailroomProgram, 'backfill', folder, '--report', report], {
    env: { ...process.env, MAILROOM_HOME: home },
    stdio: 'ignore',
  });
  const [code] = await once(child, 'close');
  return code;
}

function print(cells: readonly string[]): void {
  const widths = [12, 7, 8, 8, 10, 9, 9, 44, 8];
  process.stdout.write(`${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('')}\n`);
}
