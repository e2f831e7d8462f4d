import { expect, test } from 'vitest';
import { openClaims } from './claims.ts';
import { testDatabase } from './testing.ts';

test('a document claimed by one worker is refused to every other until it is released', async () => {
  await using scope = await testDatabase();
  const [one, other] = [openClaims(scope.database.address), openClaims(scope.database.address)];
  expect(await one.take(7)).toBe(true);
  expect(await one.take(7)).toBe(false);
  expect(await other.take(7)).toBe(false);
  expect(await other.take(8)).toBe(true);
  await one.release(7);
  expect(await other.take(7)).toBe(true);
  await Promise.all([one.close(), other.close()]);
});

test('the claims of a worker whose session dies are free at once', async () => {
  await using scope = await testDatabase();
  const [one, other] = [openClaims(scope.database.address), openClaims(scope.database.address)];
  expect(await one.take(7)).toBe(true);
  await scope.database.query(
    `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = 7245
       and database = (select oid from pg_database where datname = current_database())`,
  );
  await expect.poll(() => other.take(7)).toBe(true);
  await Promise.all([one.close(), other.close()]);
});
