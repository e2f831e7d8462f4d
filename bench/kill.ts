import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { seededRandom } from '@mailroom/fixtures/customers';
import { mailroom, mailroomProgram } from './home/mailroom.ts';
import { readReport } from './home/read-report.ts';

/*
 * A backfill of the fixtures, killed with SIGKILL at random moments and resumed each time, then balanced:
 *   npm run -s bench kill [TIMES] [SEED]
 */

const root = dirname(import.meta.dirname);
const [times = '20', seed = '1'] = process.argv.slice(2);
const random = seededRandom(seed);
const documents = join(root, 'fixtures', 'documents');
const home = mkdtempSync(join(tmpdir(), 'mailroom-kill-'));

try {
  mailroom(home, ['customers', 'import', join(root, 'fixtures', 'customers.csv')]);
  for (let left = Number(times); left > 0; left -= 1) await killAfter(random.between(1500, 7500));
  mailroom(home, ['backfill', documents, '--report', join(home, 'report.jsonl')]);
  mailroom(home, ['verify']); // event chains, originals, batches
  balance();
} finally {
  rmSync(home, { recursive: true, force: true });
}

async function killAfter(ms: number): Promise<void> {
  const child = spawn(process.execPath, [mailroomProgram, 'backfill', documents], {
    env: { ...process.env, MAILROOM_HOME: home },
    stdio: 'ignore',
  });
  const ended = once(child, 'close');
  await Promise.race([ended, setTimeout(ms)]);
  child.kill('SIGKILL');
  await ended;
  process.stdout.write(`killed after ${(ms / 1000).toFixed(1)} s\n`);
}

/** Every file accounted for, and as many queues as a document has intents: no work item twice. */
function balance(): void {
  const truth = readFileSync(join(root, 'fixtures', 'truth.jsonl'), 'utf8')
    .trim()
    .split('\n').length;
  const lines = [...readReport(join(home, 'report.jsonl')).values()];
  const count = (state: string) => lines.filter((line) => line.state === state).length;
  const doubled = lines.filter((line) => line.queues.length > line.intents.length);
  process.stdout.write(
    `${truth} files: ${count('routed')} routed + ${count('review')} in review + ${count('rejected')} rejected = ` +
      `${count('routed') + count('review') + count('rejected')}; documents with doubled work items: ${doubled.length}\n`,
  );
  if (lines.length !== truth || doubled.length > 0) process.exitCode = 1;
}
