import { TemporaryError } from '@mailroom/core';
import { expect, test } from 'vitest';
import { waitForDatabase } from './wait-for-database.ts';

const away = new TemporaryError('database-away', 'The database is away.');

test('a database that comes back is waited for', async () => {
  let tried = 0;
  await waitForDatabase(
    async () => {
      tried += 1;
      if (tried < 3) throw away;
    },
    { everyMs: 1 },
  );
  expect(tried).toBe(3);
});

test('one that stays away, and one that refuses us, are told', async () => {
  await expect(waitForDatabase(() => Promise.reject(away), { patienceMs: 5, everyMs: 1 })).rejects.toBe(away);
  const refused = new Error('wrong password');
  await expect(waitForDatabase(() => Promise.reject(refused))).rejects.toBe(refused);
});
