import { priorities } from '@mailroom/core';
import { type Database, openBatch, register } from '@mailroom/database';
import { testDatabase } from '@mailroom/database/testing';
import { expect, test } from 'vitest';
import { openHints } from './hints.ts';
import { reconcile } from './reconcile.ts';

test('what a backfill brought an hour ago stands in line with live mail, before what it brings now', async () => {
  await using scope = await testDatabase();
  const { database } = scope;
  const hints = openHints({ kind: 'postgres', connection: database.address });
  const take = async (name: string, priority: number) => {
    const documentId = await takeIn(database, name, priority);
    await hints.give('ocr', [{ documentId, priority }]);
    return documentId;
  };
  const fresh = await take('a', priorities.backfill);
  const old = await take('b', priorities.backfill);
  await database.query("update documents set created_at = now() - interval '2 hours' where id = $1", [old]);
  await reconcile(database, hints);
  const live = await take('c', priorities.live);

  const taken: number[] = [];
  const taker = hints.take('ocr', 1, async (documentId) => {
    taken.push(documentId);
    return undefined;
  });
  // The hint that the old one had may come after them; it is dropped by whoever takes it.
  await expect.poll(() => taken.slice(0, 3), { timeout: 10_000 }).toEqual([old, live, fresh]);
  await taker.close();
  await hints.close();
});

test('by which keys copies are found is forgotten after two months, however old the letter is', async () => {
  await using scope = await testDatabase();
  const { database } = scope;
  const hints = openHints({ kind: 'postgres', connection: database.address });
  const documents = [await takeIn(database, 'a'), await takeIn(database, 'b')];
  await database.query("insert into twin_keys select 7, '2020-01-01', unnest($1::bigint[])", [documents]);
  const [old, young] = documents;
  await database.query("update documents set created_at = now() - interval '61 days' where id = $1", [old]);
  await reconcile(database, hints);
  const { rows } = await database.query('select document_id as id from twin_keys');
  expect(rows).toEqual([{ id: young }]);
  await hints.close();
});

async function takeIn(
  database: Database,
  name: string,
  priority: number = priorities.backfill,
): Promise<number> {
  const receivedAt = new Date();
  const batchId = await openBatch(database, { name: 'archive', source: 'backfill', receivedAt });
  const { documentId } = await register(database, {
    ...{ batchId, path: name, bytes: 3, modifiedMs: 0, sha256: name.repeat(64), fileName: name },
    ...{ mediaType: 'image/tiff', channel: 'letter', receivedAt, priority },
  });
  return documentId;
}
