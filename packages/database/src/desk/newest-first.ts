import type { Channel, DocumentState } from '@mailroom/core';
import type { Queryable } from '../database.ts';
import { searchWindows } from './search-windows.ts';

/** The last document of a page; the next page starts behind it. */
export interface FindCursor {
  readonly receivedAt: Date;
  readonly id: number;
}

/** Instants: from the first on, before the second. */
export interface PageRange {
  readonly from: Date | undefined;
  readonly before: Date | undefined;
  readonly after: FindCursor | undefined;
  readonly limit: number;
}

/**
 * Ids of the letters that meet all demands (tsqueries), from wider and wider windows until the page is full. Each demand
 * and the window are conditions of their own: the index then leaps from one to the next place where all may be met.
 * Joined to one tsquery, it would read every rare word of the demands from the first letter on.
 */
export async function lettersNewestFirst(
  database: Queryable,
  demands: readonly string[],
  range: PageRange,
): Promise<readonly number[]> {
  const newest = await select(database, 'documents', { ...range, limit: 1 }, []);
  if (!newest[0]) return [];
  let perDay = Number.POSITIVE_INFINITY;
  for (const { lexemes, days, from } of searchWindows(newest[0].at)) {
    if (lexemes && perDay * days < range.limit) continue; // would not fill the page either
    const wanted = lexemes ? [anyOf(lexemes.map(quote)), ...demands] : demands;
    const conditions = wanted.map((one): Condition => [one, (n) => `lexemes @@ ${n}::tsquery`]);
    const found = await select(database, 'document_search', range, conditions);
    const exhausted = !lexemes || (range.from && range.from >= from);
    if (exhausted || found.length === range.limit) return found.map((one) => one.id);
    // One day without a hit may have been a holiday.
    if (found.length > 0 || days > 1) perDay = found.length / days;
  }
  return [];
}

/** Ids of documents by day, channel and state alone; also of those that are still in work. */
export async function documentsNewestFirst(
  database: Queryable,
  { channel, state }: { channel?: Channel | undefined; state?: DocumentState | undefined },
  range: PageRange,
): Promise<readonly number[]> {
  const found = await select(database, 'documents', range, [
    [channel, (n) => `channel = ${n}`],
    [state, (n) => `state = ${n}`],
    [false, (n) => `is_replaced = ${n}`],
  ]);
  return found.map((one) => one.id);
}

/** A part of the query: what was asked for, and the SQL that asks it. Only what was asked for stands in the SQL. */
type Condition = readonly [value: unknown, sql: (parameter: string) => string];

async function select(
  database: Queryable,
  table: 'documents' | 'document_search',
  { from, before, after, limit }: PageRange,
  conditions: readonly Condition[],
): Promise<readonly { id: number; at: Date }[]> {
  const id = table === 'documents' ? 'id' : 'document_id';
  const asked: readonly Condition[] = [
    ...conditions,
    [from, (n) => `received_at >= ${n}`],
    [before, (n) => `received_at < ${n}`],
    [
      after && [after.receivedAt.toISOString(), after.id],
      (n) => `(received_at, ${id}) < ((${n}::text[])[1]::timestamptz, (${n}::text[])[2]::bigint)`,
    ],
  ];
  const given = asked.filter(([value]) => value !== undefined);
  const where = given.map(([, sql], at) => sql(`$${at + 1}`)).join(' and ') || 'true';
  const { rows } = await database.query<{ id: number; at: Date }>(
    `select ${id} as id, received_at as at from ${table} where ${where}
     order by received_at desc, ${id} desc limit ${limit}`,
    given.map(([value]) => value),
  );
  return rows;
}

export const quote = (lexeme: string) => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
export const anyOf = (terms: readonly string[]) => `(${[...new Set(terms)].join(' | ')})`;
