import { expect, test } from 'vitest';
import { openBatch, register } from './register.ts';
import { unbalancedBatches } from './status.ts';
import { testDatabase } from './testing.ts';

const receivedAt = new Date('2026-03-02T08:00:00Z');

test.each(['backfill', 'folder', 'fax', 'email'] as const)(
  'a batch of channel %s balances while it is open, and not when an arrival has been removed',
  async (source) => {
    await using scope = await testDatabase();
    const { database } = scope;
    const batchId = await openBatch(database, { name: 'day 1', source, receivedAt });
    const arrive = (path: string, fill: string) =>
      register(database, {
        ...{ batchId, path, bytes: 3, modifiedMs: 0, sha256: fill.repeat(64), fileName: path },
        ...{ mediaType: 'image/tiff', channel: 'fax', receivedAt, priority: 10 },
      });
    await arrive('1.tif', 'a');
    await arrive('copy-of-1.tif', 'a');
    await arrive('2.tif', 'b');
    await arrive('2.tif', 'c'); // changed in its place
    await arrive('2.tif', 'c');
    expect(await unbalancedBatches(database)).toEqual([]);
    await database.query("delete from arrivals where path = '1.tif'");
    expect(await unbalancedBatches(database)).toEqual([
      { name: 'day 1', countedIn: 3, routed: 0, review: 0, rejected: 0, inWork: 2 },
    ]);
  },
);
