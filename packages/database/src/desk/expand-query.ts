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
  /** The commonest words that begin with it, and of how many letters that hold any the vocabulary knows. */
  readonly family: readonly string[];
  readonly familySize: number;
  readonly others: readonly string[];
}

/**
 * A beginning is searched for as such while few letters hold it: the index would have to read them all. The vocabulary
 * counts every letter at first and one in 64 later, so of a hundred it knows there may be a few thousand.
 */
const rareFamily = 100;

function termOfStem({ stem, family, familySize, others }: FoundStem): SearchTerm {
  if (stem.length < 3) return { exact: [stem], beginnings: [] };
  if (familySize < rareFamily) return { exact: others, beginnings: [stem] };
  return { exact: [stem, ...family, ...others], beginnings: [] };
}

/** In "C" order, the words that begin with "abc" lie from "abc" up to "abc" and the last character of Unicode. */
const beginsWith = (column: string, beginning: string) =>
  `${column} >= ${beginning} and ${column} < ${beginning} || chr(1114109)`;

/**
 * Words that may be meant by `form`: a word with one error has its beginning or its end intact, or two neighbours swapped.
 */
const alike = (form: string) => `
  select word, magnitude from search_words where word = any(array(
    select left(${form}, at - 1) || substr(${form}, at + 1, 1) || substr(${form}, at, 1) || substr(${form}, at + 2)
    from generate_series(1, length(${form}) - 1) as at))
  union
  select word, magnitude from search_words
  where (${beginsWith('word', `left(${form}, greatest(3, length(${form}) / 2))`)}
      or ${beginsWith('reverse(word) collate "C"', `reverse(right(${form}, greatest(3, length(${form}) / 2)))`)})
    and length(word) between length(${form}) - 2 and length(${form}) + 2
    and levenshtein_less_equal(word, ${form}, 2) <= case when length(${form}) < 8 then 1 else 2 end`;

/** Beside a common word, what one of 500 letters adds is not worth the time. */
const worthwhile = `case when family.size < ${rareFamily} then 0 else log(2, family.size::numeric) - 9 end`;

/**
 * Well-known words, which some 15 letters hold, are not taken for errors of each other ("Vortrag", "Vertrag"). A word that
 * no letter holds may be an error in what the stemmer would have taken off the right one.
 */
const vocabularyQuery = `
  select stem, family.words as family, family.size as "familySize", compounds.words || alike.words as others
  from (select stem, min(position) as position,
      coalesce((select magnitude from search_words where word = stem), 0) as known
      from unnest($1::text[]) with ordinality as typed (word, position), unnest(word_lexemes(word)) as stem
      group by stem) stems,
    lateral (select coalesce(array_agg(word), '{}') as words, coalesce(max(total), 0) as size from (
      select word, total from (
        select word, magnitude, sum(2.0 ^ magnitude) over ()::float8 as total,
          sum(2.0 ^ magnitude) over (order by magnitude desc rows unbounded preceding) - 2.0 ^ magnitude as commoner
        from search_words where length(stem) >= 3 and ${beginsWith('word', 'stem')}) begun
      where commoner < 0.99 * total order by magnitude desc limit 24) found) family,
    lateral (select ${worthwhile} as magnitude) least,
    lateral (select coalesce(array_agg(word), '{}') as words from (
      select word from search_words where length(stem) >= 5 and stem !~ '[0-9]' and magnitude >= least.magnitude
        and ${beginsWith('reverse(word) collate "C"', 'reverse(stem)')} order by magnitude desc limit 12) found) compounds,
    lateral (select coalesce(array_agg(word), '{}') as words from (
      select word
      from (select stem as form union select regexp_replace(stem, '(ungen|ung|en|em|er|es|e|s|n|t)$', '') where known = 0) forms,
        lateral (${alike('form')}) near
      where length(form) >= case when known = 0 then 4 else 5 end and form !~ '[0-9]' and (known < 4 or near.magnitude < 4)
        and near.magnitude >= least.magnitude
      group by word order by max(near.magnitude) desc limit 6) found) alike
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
