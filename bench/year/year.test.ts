import { findDocuments, openDatabase, parseQueryLine } from '@mailroom/database';
import { testDatabase } from '@mailroom/database/testing';
import { expect, test } from 'vitest';
import { buildYear } from './build-year.ts';
import { sampleLetters } from './sample-letters.ts';

const letters = 1_000;

test('a small year is searched by its index, and letters are found by what is known of them', async () => {
  await using fresh = await testDatabase();
  const builder = openDatabase(fresh.database.address);
  await buildYear(builder, letters, () => undefined);
  await builder.close(); // its connections report what they have scanned when they close
  // One connection, so that the statistics that are read at the end are its own.
  const database = openDatabase(fresh.database.address, { connections: 1 });
  await using _closing = { [Symbol.asyncDispose]: () => database.close() };
  await database.query('set enable_seqscan = off'); // a thousand rows are sometimes quicker read through
  const before = await scansOf(database);
  const samples = await sampleLetters(database, 12, letters);
  for (const { id, name, customerNumber, rareWords, queue, day } of samples) {
    const spaced = customerNumber.replace(/^(..)(...)/, '$1 $2-');
    for (const line of [name, spaced, rareWords[0] ?? '', `${name} ${customerNumber}`]) {
      const query = { ...parseQueryLine(line), from: new Date(day), queue };
      const found = await findDocuments(database, query, { queues: [queue] }, { limit: 1000 });
      expect(
        found.map((one) => one.documentId),
        line,
      ).toContain(id);
    }
  }
  const after = await scansOf(database);
  expect(after.sequential).toBe(before.sequential);
  expect(after.byIndex).toBeGreaterThanOrEqual(before.byIndex + samples.length * 4);
});

test('the rows of the year are those that the pipeline writes', async () => {
  await using fresh = await testDatabase();
  await buildYear(fresh.database, 100, () => undefined);
  const { rows } = await fresh.database.query(
    'select document_id from document_search where lexemes <> search_lexemes(document_id)',
  );
  expect(rows).toEqual([]);
});

async function scansOf(database: ReturnType<typeof openDatabase>) {
  await database.query('select pg_stat_force_next_flush()');
  const { rows } = await database.query<{ sequential: number; byIndex: number }>(
    `select (select seq_scan from pg_stat_user_tables where relname = 'document_search') as sequential,
       (select idx_scan from pg_stat_user_indexes where indexrelname = 'document_search_lexemes') as "byIndex"`,
  );
  return rows[0] ?? { sequential: Number.NaN, byIndex: Number.NaN };
}
