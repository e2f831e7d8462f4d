import type { Channel, DocumentState } from '@mailroom/core';
import type { Queryable } from './database.ts';

export interface SearchHit {
  readonly documentId: number;
  readonly fileName: string;
  readonly channel: Channel;
  readonly state: DocumentState;
  readonly receivedAt: Date;
  readonly customerNumber: string | null;
  readonly name: string | null;
  readonly intents: readonly string[];
  /** A piece of the text; hits stand between \u0001 and \u0002. */
  readonly snippet: string;
}

/** Documents whose text, numbers or account hold all words of the query, newest first. */
export async function search(
  database: Queryable,
  query: string,
  { limit = 20 } = {},
): Promise<readonly SearchHit[]> {
  const { words, numbers } = parseQuery(query);
  const { rows } = await database.query<SearchHit>(
    `select documents.id as "documentId", file_name as "fileName", channel, state, received_at as "receivedAt",
       link.customer_number as "customerNumber", link.name,
       array(select intent from intents where document_id = documents.id and chosen order by position) as intents,
       ts_headline('mailroom_german', text, websearch_to_tsquery('mailroom_german', $1),
         E'StartSel=\\u0001,StopSel=\\u0002,MaxFragments=2,MaxWords=12,MinWords=4') as snippet
     from documents
       join document_texts on document_texts.document_id = documents.id
       left join account_links link on link.document_id = documents.id and link.linked
     where ($1 = '' or search @@ websearch_to_tsquery('mailroom_german', $1)
         or link.name ilike '%' || $1 || '%')
       and (cardinality($2::text[]) = 0 or (select bool_and(search @@ quote_literal(number)::tsquery or link.customer_number = number
            or exists (select from fields where document_id = documents.id and regexp_replace(value, '[^0-9A-Za-z]', '', 'g') = number))
          from unnest($2::text[]) as number))
     order by received_at desc, documents.id desc limit $3`,
    [words, numbers, limit],
  );
  return rows;
}

/** "kündigung 60 2948 1735" asks for the word and for the number 6029481735, however either is written. */
export function parseQuery(query: string): { words: string; numbers: readonly string[] } {
  const numbers: string[] = [];
  const words = query.replace(/\+?\d[\d ./-]{2,}\d/g, (number) => {
    numbers.push(number.replace(/\D/g, ''));
    return ' ';
  });
  return { words: words.replace(/\s+/g, ' ').trim(), numbers };
}
