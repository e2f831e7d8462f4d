import type { Database } from '@mailroom/database';
import { seededRandom } from '@mailroom/fixtures/customers';

/** What somebody might know of a letter that lies in the year. */
export interface SampleLetter {
  readonly id: number;
  readonly customerNumber: string;
  readonly name: string;
  readonly queue: string;
  /** ISO date. */
  readonly day: string;
  readonly rareWords: readonly string[];
}

/** Letters from all over the year, the same at every run. */
export async function sampleLetters(
  database: Database,
  count: number,
  letters: number,
): Promise<readonly SampleLetter[]> {
  const random = seededRandom('samples');
  const ids = Array.from({ length: count * 2 }, () => random.whole(1, letters));
  const { rows } = await database.query<SampleLetter>(
    `select documents.id, link.customer_number as "customerNumber", link.name, work.queue, to_char(received_at, 'YYYY-MM-DD') as day,
       (select array_agg(word order by seen, word) from (
         select word, magnitude as seen from document_texts,
           lateral (select distinct unnest(regexp_matches(text, '[[:alpha:]]{6,}', 'g')) as word) words,
           lateral (select max(search_words.magnitude) as magnitude from search_words
             where search_words.word = any(word_lexemes(words.word))) known
         where document_texts.document_id = documents.id and magnitude is not null order by seen, word limit 3) rare) as "rareWords"
     from unnest($1::bigint[]) with ordinality as wanted (id, at) join documents using (id)
       join account_links link on link.document_id = documents.id and link.linked
       join lateral (select queue from work_items where document_id = documents.id limit 1) work on true
     order by at limit $2`,
    [ids, count],
  );
  return rows.filter((row) => row.rareWords !== null);
}
