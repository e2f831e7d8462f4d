import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Database, openDatabase } from '@mailroom/database';
import { writeMail } from '../../infra/chaos/documents.ts';
import { keepRunning, runMailroom } from '../../infra/chaos/processes.ts';
import { type PostgresServer, startPostgres } from '../../infra/services/postgres.ts';
import { serviceEnvironment } from '../../infra/services/programs.ts';
import { startRedis } from '../../infra/services/redis.ts';
import { type CpuWatch, watchCpu } from './cpu-by-program.ts';

export type QueuePlace = 'redis' | 'postgres';

/** What was settled from the first tenth on, and what it took. */
export interface Measured {
  readonly settled: number;
  readonly seconds: number;
  readonly cpu: ReturnType<CpuWatch['stop']>;
}

/** A backfill of so many letters; one of the processes takes them in. */
export async function measureThroughput(
  queue: QueuePlace,
  documents: number,
  processes: number,
): Promise<Measured> {
  await using stack = new AsyncDisposableStack();
  const home = await mkdtemp(join(tmpdir(), 'mailroom-bench-'));
  stack.defer(() => rm(home, { recursive: true, force: true }));
  const postgres = await startPostgres();
  stack.defer(() => postgres.stop());
  const environment = await environmentOf(queue, home, postgres, stack);
  const mail = await writeMail(home, documents);
  const options = (name: string) => ({ environment, logFile: join(home, `${name}.log`) });
  await runMailroom(['customers', 'import', mail.customers], options('customers'));
  const database = openDatabase({ connectionString: postgres.url });
  stack.defer(() => database.close());
  for (let number = 1; number < processes; number += 1) {
    const worker = keepRunning(`worker-${number}`, ['work'], options(`worker-${number}`));
    stack.defer(async () => void (await worker.stop()));
  }
  const running = runMailroom(['backfill', mail.folder], options('backfill'));
  const ended = running.then(({ code, output }) => {
    if (code !== 0) throw new Error(output);
  });
  const before = await Promise.race([settledAbove(database, documents / 10), ended.then(() => never())]);
  const server = await pidOf(postgres);
  const watch = watchCpu(() => [process.pid, server]);
  await ended;
  const cpu = watch.stop();
  const { settled, last } = await settledNow(database);
  if (settled !== documents) throw new Error(`${settled} of ${documents} settled`);
  return { settled: settled - before.settled, seconds: last - before.last, cpu };
}

async function environmentOf(
  queue: QueuePlace,
  home: string,
  postgres: PostgresServer,
  stack: AsyncDisposableStack,
): Promise<NodeJS.ProcessEnv> {
  const environment = {
    ...{ ...process.env, MAILROOM_HOME: join(home, 'home'), DATABASE_URL: postgres.url },
    ...{ OCR_ENGINE: 'canned', OCR_WORKERS: '2' },
  };
  if (queue === 'postgres') return environment;
  const redis = await startRedis(await serviceEnvironment());
  stack.defer(() => redis.stop());
  return { ...environment, REDIS_URL: redis.url };
}

interface Settled {
  readonly settled: number;
  /** Seconds since 1970. */
  readonly last: number;
}

async function settledAbove(database: Database, count: number): Promise<Settled> {
  for (;;) {
    const now = await settledNow(database);
    if (now.settled > count) return now;
    await setTimeout(100);
  }
}

async function settledNow(database: Database): Promise<Settled> {
  const { rows } = await database.query<Settled>(
    `select count(*)::int as settled, coalesce(extract(epoch from max(state_since)), 0)::float8 as last
     from documents where state in ('routed', 'review', 'rejected')`,
  );
  return rows[0] ?? { settled: 0, last: 0 };
}

function never(): never {
  throw new Error('all was settled before a tenth was');
}

async function pidOf({ home }: PostgresServer): Promise<number> {
  return Number((await readFile(join(home, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n')[0]);
}
