import { parseArgs } from 'node:util';
import { runChaos } from './run-chaos.ts';

/* npm run -s chaos -- --documents 2000 --seed 1: exit code 0 only when nothing was lost and nothing doubled. */

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '2000' },
    faults: { type: 'string', default: '40' },
    workers: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
  },
});
const [documents, faults, workers, seed] = [values.documents, values.faults, values.workers, values.seed].map(
  (text) => Number.parseInt(text, 10),
) as [number, number, number, number]; // four texts, four numbers

const say = (line: string) => void process.stdout.write(`${line}\n`);
const { balance, struck, seconds } = await runChaos({
  documents,
  faults,
  workers,
  seed,
  say,
  calmMs: 300_000,
});

for (const [name, count] of struck) say(`${String(count).padStart(4)} x ${name}`);
say(
  `${documents} in = ${balance.routed} routed + ${balance.review} in review + ${balance.rejected} rejected; ` +
    `${balance.workItems} work items; seed ${seed}, ${faults} faults, ${workers} workers, ${seconds.toFixed(0)} s`,
);
for (const { reason, count } of balance.reasons) say(`  in review: ${count} x ${reason}`);
for (const problem of balance.problems) say(`PROBLEM ${problem}`);
process.exitCode = balance.problems.length === 0 ? 0 : 1;
if (process.exitCode === 0) say('Nothing lost, nothing doubled, every event chain intact.');
