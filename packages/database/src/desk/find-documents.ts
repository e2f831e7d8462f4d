import type { Channel, DocumentState } from '@mailroom/core';
import type { Queryable } from '../database.ts';
import { cutSnippet } from './cut-snippet.ts';
import { expandQuery, type SearchTerm } from './expand-query.ts';
import { anyOf, documentsNewestFirst, type FindCursor, lettersNewestFirst, quote } from './newest-first.ts';
import { reviewQueue, type Scope, visible } from './scope.ts';

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

/**
 * Documents inside the scope, newest first. Misspelt and misread words and parts of compounds are found too. A letter
 * is found by its words, account, intents and queues as soon as it is delivered, in review or rejected.
 */
export async function findDocuments(
  database: Queryable,
  query: DocumentQuery,
  scope: Scope,
  { after, limit = 30 }: { after?: FindCursor | undefined; limit?: number } = {},
): Promise<readonly FoundDocument[]> {
  const terms = await expandQuery(database, query);
  const onlyStopWords = query.words.length > 0 && terms.length === 0;
  const facts = factsOf(query, scope);
  if (onlyStopWords || facts.some((alternatives) => alternatives.length === 0)) return [];
  const range = { from: query.from, before: query.before, after, limit };
  const indexed = terms.length > 0 || scope.queues || query.customerNumber || query.intent || query.queue;
  const ids = indexed
    ? await lettersNewestFirst(database, demandsOf(terms, facts), range)
    : await documentsNewestFirst(database, query, range);
  return describe(database, ids, scope, terms);
}

/** The facts of the index (see search_lexemes) that a letter must have, one of each list. */
function factsOf(query: DocumentQuery, { queues }: Scope): readonly (readonly string[])[] {
  const asked: Readonly<Record<string, string | undefined>> = {
    Account: query.customerNumber,
    Channel: query.channel,
    Intent: query.intent,
    Queue: query.queue,
    State: query.state,
  };
  const facts = Object.entries(asked).flatMap(([name, value]) => (value ? [[`${name}:${value}`]] : []));
  if (queues === null) return facts;
  const review = queues.includes(reviewQueue) ? ['State:review'] : [];
  return [...facts, [...queues.map((queue) => `Queue:${queue}`), ...review]];
}

/** What a letter must hold: something of each. */
function demandsOf(terms: readonly SearchTerm[], facts: readonly (readonly string[])[]): readonly string[] {
  const words = terms.map(({ exact, beginnings }) => [
    ...exact.map(quote),
    ...beginnings.map((beginning) => `${quote(beginning)}:*`),
  ]);
  return [...words, ...facts.map((alternatives) => alternatives.map(quote))].map(anyOf);
}

interface Row extends FoundDocument {
  readonly text: string;
}

/** Asks for the scope once more, of the rows themselves; snippets are cut out of the beginning of a very long text. */
async function describe(
  database: Queryable,
  ids: readonly number[],
  { queues }: Scope,
  terms: readonly SearchTerm[],
): Promise<readonly FoundDocument[]> {
  const { rows } = await database.query<Row>(
    `select documents.id as "documentId", file_name as "fileName", channel, documents.state, received_at as "receivedAt",
       page_count as pages, link.customer_number as "customerNumber", link.name,
       array(select intent from intents where document_id = documents.id and chosen order by position) as intents,
       array(select distinct queue from work_items where document_id = documents.id order by queue) as queues,
       coalesce(left(text, 20000), '') as text
     from unnest($1::bigint[]) as found (id) join documents using (id)
       left join document_texts on document_texts.document_id = documents.id
       left join account_links link on link.document_id = documents.id and link.linked
     where ${visible('$2')} order by received_at desc, documents.id desc`,
    [ids, queues],
  );
  return rows.map(({ text, ...row }) => ({ ...row, snippet: cutSnippet(text, terms) }));
}
