import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { mailroom } from './routing/mailroom.ts';
import { readReport } from './routing/report.ts';

/*
 * A backfill of the fixtures, killed with SIGKILL at random moments and resumed each time, then balanced:
 *   npm run -s bench kill [TIMES] [SEED]
 */

const root = dirname(import.meta.dirname);
const [times = 20, seed = 1] = process.argv.slice(2).map(Number);
const documents = join(root, 'fixtures', 'documents');
const home = mkdtempSync(join(tmpdir(), 'mailroom-kill-'));
const main = join(root, 'packages', 'cli', 'src', 'main.ts');

try {
  mailroom(home, ['customers', 'import', join(root, 'fixtures', 'customers.csv')]);
  for (let kill = 0; kill < times; kill += 1) await killAfter(1500 + 6000 * random(seed + kill));
  mailroom(home, ['backfill', documents, '--report', join(home, 'report.jsonl')]);
  mailroom(home, ['verify']); // event chains, originals, batches
  balance();
} finally {
  rmSync(home, { recursive: true, force: true });
}

async function killAfter(ms: number): Promise<void> {
  const child = spawn(process.execPath, [main, 'backfill', documents], {
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

/** The same moments for the same seed (a linear congruential step is random enough for that). */
function random(from: number): number {
  return ((from * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}
