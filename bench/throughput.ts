import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '@mailroom/database';
import { writeMail } from '../infra/chaos/documents.ts';
import { keepRunning, runMailroom } from '../infra/chaos/processes.ts';
import { startPostgres } from '../infra/services/postgres.ts';
import { serviceEnvironment } from '../infra/services/programs.ts';
import { startRedis } from '../infra/services/redis.ts';
import { watchCpu } from './throughput/cpu-by-program.ts';

/*
 * Documents a second without the cost of recognition:
 *   npm run -s bench throughput -- --queue postgres|redis --documents 1000 --processes 2
 * All of intake, opening, searchable PDF, classification, indexing and routing is real.
 */

const { values } = parseArgs({
  options: {
    queue: { type: 'string', default: 'postgres' },
    documents: { type: 'string', default: '1000' },
    processes: { type: 'string', default: '2' },
  },
});
const documents = Number.parseInt(values.documents, 10);
const others = Number.parseInt(values.processes, 10) - 1;

await using stack = new AsyncDisposableStack();
const home = await mkdtemp(join(tmpdir(), 'mailroom-bench-'));
stack.defer(() => rm(home, { recursive: true, force: true }));
const postgres = await startPostgres();
stack.defer(() => postgres.stop());
const environment: NodeJS.ProcessEnv = {
  ...process.env,
  MAILROOM_HOME: join(home, 'home'),
  DATABASE_URL: postgres.url,
  OCR_ENGINE: 'canned',
  OCR_WORKERS: '2',
};
if (values.queue === 'redis') {
  const redis = await startRedis(await serviceEnvironment());
  stack.defer(() => redis.stop());
  environment['REDIS_URL'] = redis.url;
}
const mail = await writeMail(home, documents);
const options = (name: string) => ({ environment, logFile: join(home, `${name}.log`) });
await runMailroom(['customers', 'import', mail.customers], options('customers'));
for (let number = 1; number <= others; number += 1) {
  const worker = keepRunning(`worker-${number}`, ['work'], options(`worker-${number}`));
  stack.defer(async () => void (await worker.stop()));
}
const server = Number(
  (await readFile(join(postgres.home, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n')[0],
);
const watch = watchCpu(() => [process.pid, server]);
const { code, output } = await runMailroom(['backfill', mail.folder], options('backfill'));
if (code !== 0) throw new Error(output);
const cpu = watch.stop();

const database = openDatabase({ connectionString: postgres.url });
stack.defer(() => database.close());
const { rows } = await database.query<{ seconds: number; settled: number }>(
  `select extract(epoch from max(state_since) - min(created_at))::float8 as seconds, count(*)::int as settled
   from documents where state in ('routed', 'review', 'rejected')`,
);
const [row] = rows;
if (!row || row.settled !== documents) throw new Error(`${row?.settled} of ${documents} settled`);
process.stdout.write(
  `queue in ${values.queue}, ${others + 1} process(es): ${documents} documents in ${row.seconds.toFixed(1)} s = ` +
    `${(documents / row.seconds).toFixed(1)} documents/s\n`,
);
for (const [kind, { seconds, peakMb }] of [...cpu].sort(
  ([, one], [, other]) => other.seconds - one.seconds,
)) {
  const each = ((seconds * 1000) / documents).toFixed(1);
  process.stdout.write(
    `  ${kind}: ${seconds.toFixed(1)} s CPU (${each} ms a document), at most ${peakMb.toFixed(0)} MB\n`,
  );
}
