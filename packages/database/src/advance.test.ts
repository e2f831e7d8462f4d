import { expect, test } from 'vitest';
import { advance, advanceThrough } from './advance.ts';
import { brokenChains, eventsOf } from './events.ts';
import { loadDocument, loadDoubts } from './load.ts';
import { type Arrival, openBatch, register } from './register.ts';
import { testDatabase } from './testing.ts';

export function arrival(batchId: number, fill = 'a'): Arrival {
  return {
    ...{
      batchId,
      path: `${fill}.tif`,
      bytes: 3,
      modifiedMs: 0,
      sha256: fill.repeat(64),
      fileName: `${fill}.tif`,
    },
    ...{
      mediaType: 'image/tiff',
      channel: 'letter',
      receivedAt: new Date('2026-03-02T09:00:00Z'),
      priority: 10,
    },
  };
}

const newBatch = { name: 'tray 1', source: 'folder', receivedAt: new Date('2026-03-02T08:00:00Z') } as const;

test('the same bytes are the same document, also while the first is in work', async () => {
  await using scope = await testDatabase();
  const batchId = await openBatch(scope.database, newBatch);
  const [first, second] = await Promise.all([
    register(scope.database, arrival(batchId)),
    register(scope.database, { ...arrival(batchId), path: 'copy.tif' }),
  ]);
  expect(first.documentId).toBe(second.documentId);
  expect([first.isNew, second.isNew].sort()).toEqual([false, true]);
  const events = await eventsOf(scope.database, first.documentId);
  expect(events.map((event) => event.kind).sort()).toEqual(['received', 'received-again']);
});

test('of two workers that finish the same stage one wins and nothing is written twice', async () => {
  await using scope = await testDatabase();
  const batchId = await openBatch(scope.database, newBatch);
  const { documentId } = await register(scope.database, arrival(batchId));
  const step = { documentId, from: 'received', to: 'read', actor: 'ocr' } as const;
  const wins = await Promise.all([1, 2, 3].map(() => advance(scope.database, step)));
  expect(wins.filter(Boolean)).toHaveLength(1);
  expect((await eventsOf(scope.database, documentId)).map((event) => event.kind)).toEqual([
    'received',
    'read',
  ]);
});

test('a result that cannot be written leaves the state as it was', async () => {
  await using scope = await testDatabase();
  const batchId = await openBatch(scope.database, newBatch);
  const { documentId } = await register(scope.database, arrival(batchId));
  const step = { documentId, from: 'received', to: 'read', actor: 'ocr' } as const;
  await expect(
    advance(scope.database, step, (transaction) => transaction.query('select 1 / 0').then()),
  ).rejects.toThrow('division by zero');
  expect((await loadDocument(scope.database, documentId))?.state).toBe('received');
});

test('events cannot be changed, and a chain with a changed event is found', async () => {
  await using scope = await testDatabase();
  const batchId = await openBatch(scope.database, newBatch);
  const { documentId } = await register(scope.database, arrival(batchId));
  const other = await register(scope.database, arrival(batchId, 'b'));
  await expect(scope.database.query("update events set actor = 'x'")).rejects.toThrow('append-only');
  expect(await brokenChains(scope.database)).toEqual([]);
  await scope.database.query('alter table events disable trigger events_append_only');
  await scope.database.query("update events set actor = 'x' where document_id = $1", [documentId]);
  expect(await brokenChains(scope.database)).toEqual([documentId]);
  expect(other.documentId).not.toBe(documentId);
});

test('the database chains events as verify does, whatever characters are in them', async () => {
  await using scope = await testDatabase();
  const batchId = await openBatch(scope.database, newBatch);
  const { documentId } = await register(scope.database, arrival(batchId));
  const reason = 'Zeile "1"\n\tRückseite \\ \u0001 \u007f \u2028 / 😀 €';
  const step = { documentId, from: 'received', to: 'review', actor: 'ocr "x"', reason } as const;
  expect(await advance(scope.database, { ...step, details: { n: 1.5e-7, list: [null, true] } })).toBe(true);
  expect(await brokenChains(scope.database)).toEqual([]);
  expect((await eventsOf(scope.database, documentId)).at(-1)).toMatchObject({
    details: { reason, n: 1.5e-7, list: [null, true] },
  });
});

test('stages passed in one go leave an event each, and nothing when somebody was faster', async () => {
  await using scope = await testDatabase();
  const batchId = await openBatch(scope.database, newBatch);
  const { documentId } = await register(scope.database, arrival(batchId));
  const stages = [
    { actor: 'ocr', to: 'read', found: { doubt: 'kaum lesbar' } },
    { actor: 'classify', to: 'classified' },
  ] as const;
  expect(await advanceThrough(scope.database, documentId, 'received', stages)).toBe(true);
  expect(await advanceThrough(scope.database, documentId, 'received', stages)).toBe(false);
  const events = await eventsOf(scope.database, documentId);
  expect(events.map((event) => event.kind)).toEqual(['received', 'read', 'classified']);
  expect(await loadDoubts(scope.database, documentId)).toEqual([{ stage: 'ocr', reason: 'kaum lesbar' }]);
  expect(await brokenChains(scope.database)).toEqual([]);
});
