import type { Channel, DocumentState } from '@mailroom/core';
import type { Queryable } from '../database.ts';
import { expandQuery } from './expand-query.ts';
import { type Scope, visible } from './scope.ts';

/** What to find; every part narrows the result. */
export interface DocumentQuery {
  readonly words: readonly string[];
  readonly numbers: readonly string[];
  readonly customerNumber?: string | undefined;
  /** Instants: from the first on, before the second. */
  readonly from?: Date | undefined;
  readonly before?: Date | undefined;
  readonly channel?: Channel | undefined;
  readonly intent?: string | undefined;
  readonly queue?: string | undefined;
  readonly state?: DocumentState | undefined;
}

export interface FoundDocument {
  readonly documentId: number;
  readonly fileName: string;
  readonly channel: Channel;
  readonly state: DocumentState;
  readonly receivedAt: Date;
  readonly pages: number | null;
  readonly customerNumber: string | null;
  readonly name: string | null;
  readonly intents: readonly string[];
  readonly queues: readonly string[];
  /** A piece of the text; hits stand between \u0001 and \u0002. */
  readonly snippet: string;
}

export interface FindCursor {
  readonly receivedAt: Date;
  readonly id: number;
}

/** Documents inside the scope, newest first. Misspelt and misread words and parts of compounds are found too. */
export async function findDocuments(
  database: Queryable,
  query: DocumentQuery,
  scope: Scope,
  { after, limit = 30 }: { after?: FindCursor | undefined; limit?: number } = {},
): Promise<readonly FoundDocument[]> {
  const { tsquery, hopeless } = await expandQuery(database, query);
  if (hopeless) return [];
  const { where, values } = conditions(query, tsquery, scope, after);
  const { rows } = await database.query<FoundDocument>(findQuery(where), [tsquery, limit, ...values]);
  return rows;
}

/** A part of the query: what was asked for, and the SQL that asks it of a row of `documents`. */
type Condition = readonly [value: unknown, sql: (parameter: string) => string];

/**
 * Only what was asked for stands in the SQL: "($n is null or exists ...)" would keep PostgreSQL from
 * starting at the full-text index.
 */
function conditions(
  query: DocumentQuery,
  tsquery: string | null,
  { queues }: Scope,
  after: FindCursor | undefined,
): { where: string; values: readonly unknown[] } {
  const asked: readonly Condition[] = [
    [queues, visible],
    [
      query.customerNumber,
      (n) =>
        `exists (select from account_links where document_id = documents.id and linked and customer_number = ${n})`,
    ],
    [query.from, (n) => `received_at >= ${n}`],
    [query.before, (n) => `received_at < ${n}`],
    [query.channel, (n) => `channel = ${n}`],
    [
      query.intent,
      (n) => `exists (select from intents where document_id = documents.id and chosen and intent = ${n})`,
    ],
    [query.queue, (n) => `exists (select from work_items where document_id = documents.id and queue = ${n})`],
    [query.state, (n) => `documents.state = ${n}`],
    [
      after && [after.receivedAt.toISOString(), after.id],
      (n) => `(received_at, documents.id) < ((${n}::text[])[1]::timestamptz, (${n}::text[])[2]::bigint)`,
    ],
  ];
  const given = asked.filter(([value]) => value !== undefined && value !== null);
  const words =
    tsquery === null
      ? []
      : ['exists (select from document_texts where document_id = documents.id and search @@ $1::tsquery)'];
  const where = [...words, ...given.map(([, sql], index) => sql(`$${index + 3}`))].join(' and ');
  return { where: where || 'true', values: given.map(([value]) => value) };
}

/** Snippets are cut only out of what is shown, and never from more than the beginning of a very long text. */
const findQuery = (where: string) => `
  with found as (
    select documents.id, file_name, channel, documents.state, received_at, page_count
    from documents where ${where} order by received_at desc, documents.id desc limit $2
  )
  select found.id as "documentId", file_name as "fileName", channel, state, received_at as "receivedAt", page_count as pages,
    link.customer_number as "customerNumber", link.name,
    array(select intent from intents where document_id = found.id and chosen order by position) as intents,
    array(select distinct queue from work_items where document_id = found.id order by queue) as queues,
    coalesce(case when $1::text is null then left(regexp_replace(left(text, 400), '\\s+', ' ', 'g'), 180)
      else ts_headline('mailroom_german', translate(left(text, 20000), E'\\u0001\\u0002', ''), $1::tsquery,
        E'StartSel=\\u0001,StopSel=\\u0002,MaxFragments=2,MaxWords=14,MinWords=5,FragmentDelimiter=" … "') end, '') as snippet
  from found left join document_texts on document_texts.document_id = found.id
    left join account_links link on link.document_id = found.id and link.linked
  order by received_at desc, found.id desc`;
