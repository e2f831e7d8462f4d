import type { Queryable } from '../database.ts';

/** One of the words or numbers asked for: any of these lexemes, or whatever begins with one of those. */
export interface SearchTerm {
  readonly exact: readonly string[];
  readonly beginnings: readonly string[];
}

/**
 * What words and numbers stand for in the index. A word stands for those that begin with it, those that end with it
 * (compounds), and those that differ in a letter or two (typing errors; what OCR confuses is blurred in the index). A
 * number stands for every way to write it. Stop words stand for nothing and are left out.
 */
export async function expandQuery(
  database: Queryable,
  { words, numbers }: { words: readonly string[]; numbers: readonly string[] },
): Promise<readonly SearchTerm[]> {
  const stems = words.length > 0 ? await lookUp(database, words.slice(0, 12)) : [];
  return [...stems.map(termOfStem), ...numbers.slice(0, 6).map(termOfNumber)];
}

interface FoundStem {
  readonly stem: string;
  /** The commonest words that begin with it, and about how many letters hold any that does. */
  readonly family: readonly string[];
  readonly familySize: number;
  readonly others: readonly string[];
}

/** A beginning is searched for as such while few letters hold it: the index would have to read them all. */
const rareFamily = 2_000;

function termOfStem({ stem, family, familySize, others }: FoundStem): SearchTerm {
  if (stem.length < 3) return { exact: [stem], beginnings: [] };
  if (familySize < rareFamily) return { exact: others, beginnings: [stem] };
  return { exact: [stem, ...family, ...others], beginnings: [] };
}

/** In "C" order, the words that begin with "abc" lie from "abc" up to "abc" and the last character of Unicode. */
const beginsWith = (column: string, beginning: string) =>
  `${column} >= ${beginning} and ${column} < ${beginning} || chr(1114109)`;

/**
 * A word with one error has its beginning or its end intact. Well-known words are not taken for errors of each other
 * ("Vortrag", "Vertrag"); "well-known": some 15 letters hold it.
 */
const vocabularyQuery = `
  select stem, family.words as family, family.size as "familySize", compounds.words || alike.words as others
  from (select stem, min(position) as position from unnest($1::text[]) with ordinality as typed (word, position),
      unnest(word_lexemes(word)) as stem group by stem) stems,
    lateral (select coalesce(array_agg(word), '{}') as words, coalesce(max(total), 0) as size from (
      select word, sum(2.0 ^ magnitude) over ()::float8 as total from search_words
      where ${beginsWith('word', 'stem')} order by magnitude desc limit 24) found) family,
    lateral (select coalesce(array_agg(word), '{}') as words from (
      select word from search_words where length(stem) >= 5 and stem !~ '[0-9]'
        and ${beginsWith('reverse(word) collate "C"', 'reverse(stem)')} order by magnitude desc limit 12) found) compounds,
    lateral (select coalesce(array_agg(word), '{}') as words from (
      select word from search_words
      where length(stem) >= 5 and stem !~ '[0-9]'
        and (${beginsWith('word', 'left(stem, greatest(3, length(stem) / 2))')}
          or ${beginsWith('reverse(word) collate "C"', 'reverse(right(stem, greatest(3, length(stem) / 2)))')})
        and length(word) between length(stem) - 2 and length(stem) + 2
        and levenshtein_less_equal(word, stem, 2) <= case when length(stem) < 8 then 1 else 2 end
        and not (magnitude >= 4 and exists (select from search_words own where own.word = stem and own.magnitude >= 4))
      order by magnitude desc limit 6) found) alike
  order by position`;

async function lookUp(database: Queryable, words: readonly string[]): Promise<readonly FoundStem[]> {
  const { rows } = await database.query<FoundStem>(vocabularyQuery, [words]);
  return rows;
}

/** Shorter numbers are postal codes and years, which too many others begin with. */
const shortestBeginning = 6;

/** A phone number is the same with and without +49; a number behind letters also stands alone. */
function termOfNumber(number: string): SearchTerm {
  const digits = number.replace(/\D/g, '');
  const national = /^(?:0049|49)(\d{6,})$/.exec(digits)?.[1];
  const international = /^0([1-9]\d{5,})$/.exec(digits)?.[1];
  const writings = [
    ...[number, digits],
    ...(national ? [`0${national}`] : []),
    ...(international ? [`49${international}`] : []),
  ];
  return {
    exact: writings.filter((one) => one.length < shortestBeginning),
    beginnings: writings.filter((one) => one.length >= shortestBeginning),
  };
}
