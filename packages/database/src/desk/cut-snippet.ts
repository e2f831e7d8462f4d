import type { SearchTerm } from './expand-query.ts';

const wordsBefore = 5;
const wordsAfter = 9;
const mostFragments = 2;

/** A piece of a text that shows what was asked for; hits stand between \u0001 and \u0002. */
export function cutSnippet(text: string, terms: readonly SearchTerm[]): string {
  const words = text.split(/[\s\p{Cc}]+/u).filter((word) => word !== '');
  const hits = hitsIn(words, terms);
  if (hits.length === 0) return words.join(' ').slice(0, 180);
  const fragments: string[] = [];
  let end = 0;
  for (const [first] of hits) {
    if (fragments.length === mostFragments) break;
    if (first < end) continue;
    const start = Math.max(end, first - wordsBefore);
    end = first + wordsAfter;
    fragments.push(mark(words, hits, start, end));
  }
  return fragments.join(' … ');
}

/** From word to word, both included. */
type Hit = readonly [first: number, last: number];

function hitsIn(words: readonly string[], terms: readonly SearchTerm[]): readonly Hit[] {
  const stems = new Set(terms.flatMap(({ exact }) => exact));
  const beginnings = terms.flatMap((term) => term.beginnings);
  const hits = words.flatMap((word, at): readonly Hit[] =>
    blurredParts(word).some((part) => isHit(part, stems, beginnings)) ? [[at, at]] : [],
  );
  const numbers = [...stems, ...beginnings].filter((one) => /^\d{4,}/.test(one));
  const spaced = numbers.length === 0 ? [] : words.flatMap((_, at) => numberAt(words, at, numbers));
  return [...hits, ...spaced].sort(([one], [other]) => one - other);
}

function isHit(part: string, stems: ReadonlySet<string>, beginnings: readonly string[]): boolean {
  for (let ending = 0; ending <= longestEnding && ending < part.length; ending += 1) {
    if (stems.has(part.slice(0, part.length - ending))) return true;
  }
  return beginnings.some((beginning) => part.startsWith(beginning));
}

/** "Kündigungen" has the stem "kundig". */
const longestEnding = 5;

/** As `word_lexemes` does in SQL, but without stems: accents dropped, then what OCR confuses made one. */
function blurredParts(word: string): readonly string[] {
  const known = blurredWords.get(word);
  if (known) return known;
  const meant = word
    .replace(/(?<=\p{Ll})B(?=\p{Ll}|$)/u, 'ss')
    .toLowerCase()
    .replaceAll('ß', 'ss');
  const plain = meant.normalize('NFD').replace(/\p{M}/gu, '');
  const parts = (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((part) =>
    /\d{3}/.test(part) ? part : blur(part),
  );
  if (blurredWords.size > 20_000) blurredWords.clear();
  blurredWords.set(word, parts);
  return parts;
}

/** The same few thousand words stand in nearly every letter. */
const blurredWords = new Map<string, readonly string[]>();

const confused: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  [/ii|ue/g, 'u'],
  [/oe|0/g, 'o'],
  [/ae/g, 'a'],
  [/8/g, 'b'],
  [/[l1j|]/g, 'i'],
  [/5/g, 's'],
  [/2/g, 'z'],
];

/** The same as the function `blur` of the database. */
export function blur(word: string): string {
  return confused.reduce((blurred, [read, meant]) => blurred.replace(read, meant), word);
}

/** A number that begins with one of `numbers`, written over so many words. */
function numberAt(words: readonly string[], first: number, numbers: readonly string[]): readonly Hit[] {
  let digits = '';
  for (let last = first; last < first + 8 && /^[+(]?\d[\d./)-]*[,;:]?$/.test(words[last] ?? ''); last += 1) {
    digits += (words[last] ?? '').replace(/\D/g, '');
    if (numbers.some((number) => digits.startsWith(number))) return [[first, last]];
  }
  return [];
}

function mark(words: readonly string[], hits: readonly Hit[], start: number, end: number): string {
  const inside = hits.filter(([first]) => first >= start && first < end);
  const opens = new Set(inside.map(([first]) => first));
  const closes = new Set(inside.map(([, last]) => last));
  const last = Math.max(end, ...[...closes].map((at) => at + 1));
  return words
    .slice(start, last)
    .map((word, at) => framed(word, opens.has(start + at), closes.has(start + at)))
    .join(' ');
}

/** Signs before and behind a word stay outside of the mark. */
function framed(word: string, opens: boolean, closes: boolean): string {
  const opened = opens ? word.replace(/^[^\p{L}\p{N}+]*/u, '$&\u0001') : word;
  return closes ? opened.replace(/[^\p{L}\p{N}]*$/u, '\u0002$&') : opened;
}
