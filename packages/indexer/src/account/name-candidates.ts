import { asDigits, digitSigns, mostlyDigits } from '../identifiers/lookalikes.ts';
import type { Reading, Run, Word } from './reading.ts';

/** Names and places to ask the customer base for, folded. */
export interface NameCandidates {
  /** One to four neighbouring words that begin like a name, anywhere in the letter. */
  readonly names: readonly string[];
  /** The same, only from where senders stand: head, foot, and after words such as "Herr". */
  readonly prominent: readonly string[];
  readonly postalCodes: readonly string[];
  readonly cities: readonly string[];
}

const longest = { name: 4, city: 3 };

export function nameCandidates(reading: Reading): NameCandidates {
  const edges = edgeLines(reading);
  const isName = nameTest(reading);
  const keys = (length: number, stands: (at: number, word: Word) => boolean): readonly string[] =>
    unique(reading.runs.filter((run) => fits(run, length, reading, isName, stands)).map((run) => run.folded));
  const { words, text } = reading;
  return {
    names: keys(longest.name, () => true),
    prominent: keys(longest.name, (at, word) => edges.has(word.line) || isAnnounced(words, at, persons, 4)),
    postalCodes: postalCodesIn(text),
    cities: keys(
      longest.city,
      (at, word) => edges.has(word.line) || isAnnounced(words, at, places, 2) || isPostalCode(words[at - 1]),
    ),
  };
}

const postalCode = new RegExp(`(?<![\\p{L}\\p{N}])[${digitSigns}]{5}(?= ?\\p{L}|\\s)`, 'gu');

function postalCodesIn(text: string): readonly string[] {
  const codes = [...text.matchAll(postalCode)].filter(([code]) => mostlyDigits(code));
  return unique(codes.map(([code]) => asDigits(code)));
}

function fits(
  { from, to, folded }: Run,
  length: number,
  { words }: Reading,
  isName: (word: Word) => boolean,
  stands: (at: number, word: Word) => boolean,
): boolean {
  const first = words[from];
  return (
    first !== undefined &&
    to - from <= length &&
    isName(first) &&
    stands(from, first) &&
    /^\D{2}|[a-z]{2}/.test(folded)
  );
}

const particles = new Set('von van vom zu zur de den der di da del el al ter ten op'.split(' '));

/** Names begin with a capital or a particle; some people write no capitals at all. */
function nameTest({ text }: Reading): (word: Word) => boolean {
  const capitals = text.replace(/[^\p{Lu}]/gu, '').length;
  if (capitals < text.length / 100) return () => true;
  return (word) => /^[\p{Lu}\p{N}]/u.test(word.text) || particles.has(word.folded);
}

const headLines = 10;
const footLines = 10;

function edgeLines({ lines }: Reading): ReadonlySet<number> {
  const filled = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]));
  return new Set([...filled.slice(0, headLines), ...filled.slice(-footLines)]);
}

const persons = new Set(
  `herr herrn frau mann ehemann ehefrau mutter vater sohn tochter oma opa onkel tante schwester bruder familie mandant
   mandantin betreuten betreute kunde kundin witwe name`.split(/\s+/),
);
const places = new Set('in aus nach bei ort wohnhaft'.split(' '));

const isAnnounced = (words: readonly Word[], at: number, by: ReadonlySet<string>, within: number): boolean =>
  words.slice(Math.max(0, at - within), at).some((word) => by.has(word.folded));

const isPostalCode = (word: Word | undefined): boolean => /^\d{5}$/.test(word?.text ?? '');

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];
