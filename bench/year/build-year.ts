import type { Database } from '@mailroom/database';
import { inventRows } from './invent-rows.ts';
import { readPhrasebook } from './read-phrasebook.ts';
import { insertInvented, insertVaried, learnWords, markReview, prepareTables } from './statements.ts';
import { wordStemmer } from './stem-words.ts';

/** Letters that are written one by one; the others are variations of them (see insertVaried). */
const distinct = 200_000;
const portions = { invented: 1_000, varied: 10_000 };

/**
 * Fills the tables that searching reads with letters 1 to `count`, as the pipeline would have left them: all routed but
 * some rejected and the newest ones in review. A portion is one transaction, so that a broken build goes on
 * where it stopped. What searching does not read (page images, words with their boxes, events) is left out.
 */
export async function buildYear(
  database: Database,
  count: number,
  tell: (sentence: string) => void,
): Promise<void> {
  if (await isBuilt(database, count)) return;
  await database.query(prepareTables);
  await dropIndexes(database);
  await invent(database, Math.min(count, distinct), tell);
  await vary(database, count, tell);
  await restoreIndexes(database, tell);
  await database.query(learnWords);
  await database.query(markReview, [count - 3_000]);
  await database.query(
    "select setval(pg_get_serial_sequence('documents', 'id'), (select max(id) from documents))",
  );
  await database.query('vacuum analyze');
}

/** Without its index a build was broken off. */
async function isBuilt(database: Database, count: number): Promise<boolean> {
  const { rows } = await database.query<{ built: boolean }>(
    `select to_regclass('document_search_lexemes') is not null and (select count(*) from document_search) = $1 as built`,
    [count],
  );
  return rows[0]?.built ?? false;
}

async function invent(database: Database, last: number, tell: (sentence: string) => void): Promise<void> {
  const todo = await missing(database, 1, last, portions.invented);
  const book = readPhrasebook();
  const stem = wordStemmer(database);
  await inPairs(todo, async (from) => {
    const rows = await inventRows(from, Math.min(from + portions.invented - 1, last), book, stem);
    await fill(database, insertInvented, [JSON.stringify(rows)]);
    if (from % 20_000 === 1) tell(`${from} letters written`);
  });
}

async function vary(database: Database, last: number, tell: (sentence: string) => void): Promise<void> {
  const todo = await missing(database, distinct + 1, last, portions.varied);
  if (todo.length === 0) return;
  await database.query('create table if not exists bench_common_words (word text collate "C" primary key)');
  await database.query(
    `insert into bench_common_words select word from document_search, unnest(tsvector_to_array(lexemes)) as word
     where word ~ '^[a-z]' and document_id <= 50000 group by word having count(*) > 12 on conflict do nothing`,
  );
  await database.query('analyze bench_common_words');
  await inPairs(todo, async (from) => {
    await fill(database, insertVaried, [from, Math.min(from + portions.varied - 1, last), distinct]);
    if (from % 100_000 === 1) tell(`${from} letters varied`);
  });
}

/** Where the portions start that a broken build has not filled. */
async function missing(database: Database, first: number, last: number, portion: number): Promise<number[]> {
  const { rows } = await database.query<{ start: number }>(
    `select start from generate_series($1::bigint, $2, $3) as start
     where not exists (select from document_search where document_id = start) order by start`,
    [first, last, portion],
  );
  return rows.map((row) => row.start);
}

async function inPairs(todo: number[], work: (from: number) => Promise<void>): Promise<void> {
  const workers = [0, 1].map(async () => {
    for (let from = todo.shift(); from !== undefined; from = todo.shift()) await work(from);
  });
  await Promise.all(workers);
}

/** No triggers and no checks of references: the rows are made here, and each table is filled as a whole. */
async function fill(database: Database, statement: string, values: readonly unknown[]): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.query('set local session_replication_role = replica');
    await transaction.query('set local synchronous_commit = off');
    await transaction.query(statement, values);
  });
}

/** Indexes are made at the end: that is many times faster, and they are the same indexes. */
async function dropIndexes(database: Database): Promise<void> {
  const { rows } = await database.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = any(array['documents', 'document_search', 'account_links', 'work_items']::regclass[]) and not indisunique`,
  );
  for (const { name, definition } of rows) {
    await database.query('insert into bench_indexes values ($1) on conflict do nothing', [definition]);
    await database.query(`drop index ${name}`);
  }
}

async function restoreIndexes(database: Database, tell: (sentence: string) => void): Promise<void> {
  const { rows } = await database.query<{ definition: string }>('select definition from bench_indexes');
  for (const { definition } of rows) {
    const startedAt = performance.now();
    await database.transaction(async (transaction) => {
      await transaction.query("set local maintenance_work_mem = '1GB'");
      await transaction.query(definition);
      await transaction.query('delete from bench_indexes where definition = $1', [definition]);
    });
    tell(`${definition}: ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
  }
}
