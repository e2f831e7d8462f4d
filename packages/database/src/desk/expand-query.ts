import type { Queryable } from '../database.ts';

/** `tsquery` null: no words were asked for. `hopeless`: they were, but none can be searched for. */
export interface ExpandedQuery {
  readonly tsquery: string | null;
  readonly hopeless: boolean;
}

/**
 * Turns words and numbers into a tsquery. Each word stands for the stems that begin with its own, that end
 * with it (compounds), or that differ in a letter or two (typing and OCR errors); each number for every way
 * to write it.
 */
export async function expandQuery(
  database: Queryable,
  { words, numbers }: { words: readonly string[]; numbers: readonly string[] },
): Promise<ExpandedQuery> {
  if (words.length + numbers.length === 0) return { tsquery: null, hopeless: false };
  const stems = await stemsOf(database, words.slice(0, 12));
  const alike = await Promise.all(stems.map((stem) => wordsLike(database, stem)));
  const terms = [
    ...stems.map((stem, index) => anyOf([prefix(stem), ...(alike[index] ?? []).map(quote)])),
    ...numbers.slice(0, 6).map((number) => anyOf(writingsOf(number).map(prefix))),
  ];
  return { tsquery: terms.length > 0 ? terms.join(' & ') : null, hopeless: terms.length === 0 };
}

/** Stop words have no stem: "die Kündigung" asks for one word. */
async function stemsOf(database: Queryable, words: readonly string[]): Promise<readonly string[]> {
  const { rows } = await database.query<{ stem: string }>(
    `select (tsvector_to_array(to_tsvector('mailroom_german', word)))[1] as stem
     from unnest($1::text[]) with ordinality as typed (word, position) order by position`,
    [words],
  );
  return [...new Set(rows.flatMap((row) => (row.stem ? [row.stem] : [])))];
}

/** Short words look like too many others. */
const shortestAlike = 5;
const mostAlike = 12;

async function wordsLike(database: Queryable, stem: string): Promise<readonly string[]> {
  if (stem.length < shortestAlike || /\d/.test(stem)) return [];
  const { rows } = await database.query<{ word: string }>(
    `(select word from search_words where word like '%' || $1 order by length(word) limit ${mostAlike})
     union
     (select word from search_words where word % $1
        and levenshtein_less_equal(word, $1, 2) <= case when length($1) < 8 then 1 else 2 end
      order by similarity(word, $1) desc limit ${mostAlike})`,
    [stem],
  );
  return rows.map((row) => row.word);
}

/** A phone number is the same with and without +49; a number behind letters also stands alone. */
function writingsOf(number: string): readonly string[] {
  const digits = number.replace(/\D/g, '');
  const national = /^(?:0049|49)(\d{6,})$/.exec(digits)?.[1];
  const international = /^0([1-9]\d{5,})$/.exec(digits)?.[1];
  return [
    ...new Set([
      number,
      digits,
      ...(national ? [`0${national}`] : []),
      ...(international ? [`49${international}`] : []),
    ]),
  ];
}

const quote = (lexeme: string) => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
const prefix = (lexeme: string) => `${quote(lexeme)}:*`;
const anyOf = (terms: readonly string[]) => `(${[...new Set(terms)].join(' | ')})`;
