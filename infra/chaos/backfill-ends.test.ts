import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countInWork, openDatabase } from '@mailroom/database';
import { expect, test } from 'vitest';
import { startPostgres } from '../services/postgres.ts';
import { serviceEnvironment } from '../services/programs.ts';
import { startRedis } from '../services/redis.ts';
import { writeMail } from './documents.ts';
import { runMailroom } from './processes.ts';

test('a backfill waits for a PostgreSQL that restarts, and ends without a Redis that does not come back', async () => {
  await using stack = new AsyncDisposableStack();
  const home = await mkdtemp(join(tmpdir(), 'mailroom-backfill-'));
  stack.defer(() => rm(home, { recursive: true, force: true }));
  const postgres = await startPostgres();
  stack.defer(() => postgres.stop());
  const redis = await startRedis(await serviceEnvironment());
  stack.defer(() => redis.stop());
  const environment = {
    ...{ ...process.env, MAILROOM_HOME: join(home, 'home'), DATABASE_URL: postgres.url },
    ...{ REDIS_URL: redis.url, OCR_ENGINE: 'canned', OCR_WORKERS: '1' },
  };
  const { folder } = await writeMail(home, 20);
  const backfill = () => runMailroom(['backfill', folder], { environment, logFile: join(home, 'log') });

  const first = backfill();
  const database = openDatabase({ connectionString: postgres.url });
  // The tables are not there yet when it starts.
  await expect.poll(() => countInWork(database).catch(() => 0), { timeout: 60_000 }).toBeGreaterThan(0);
  await database.close();
  await postgres.restart({ awayMs: 500, signal: 'SIGINT' });
  expect(await first).toMatchObject({ code: 0, output: expect.stringContaining('20 files: 20 new') });

  await redis.stop();
  expect(await backfill()).toMatchObject({ code: 0, output: expect.stringContaining('20 unchanged') });
});
