import { testDatabase } from '@mailroom/database/testing';
import { Redis } from 'ioredis';
import { expect, test } from 'vitest';
import { openHints } from './hints.ts';
import { hintsContract } from './testing/hints.contract.ts';

hintsContract('hints on PostgreSQL', async () => {
  const scope = await testDatabase();
  const { database } = scope;
  return {
    where: { kind: 'postgres', connection: database.address },
    wipe: async () => {
      await database.query('truncate bullmq.job cascade');
    },
    [Symbol.asyncDispose]: () => scope[Symbol.asyncDispose](),
  };
});

hintsContract('hints on Redis', async () => {
  const url = testRedis();
  const redis = new Redis(url);
  await redis.flushall();
  return {
    where: { kind: 'redis', url },
    wipe: async () => {
      await redis.flushall();
    },
    [Symbol.asyncDispose]: async () => redis.disconnect(),
  };
});

test('giving to a queue that is not there comes to an end and does no harm', async () => {
  const hints = openHints({ kind: 'redis', url: 'redis://127.0.0.1:9' });
  await expect(hints.give('ocr', [{ documentId: 1, priority: 1 }])).resolves.toBeUndefined();
  await hints.close();
});

/** The server that the test run started (see infra/test-services.ts); only these tests use it. */
function testRedis(): string {
  const url = process.env['MAILROOM_TEST_REDIS'];
  if (!url) throw new Error('MAILROOM_TEST_REDIS is not set; run the tests with "npm test".');
  return url;
}
