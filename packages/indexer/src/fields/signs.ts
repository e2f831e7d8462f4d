/** Something written in a letter that may be the value of a field, and what speaks for and against it. */
export interface Candidate {
  /** Null: it looks like a value, but there is none such ("31.02."). */
  readonly value: string | null;
  readonly words: string;
  /** Each with how strongly it counts. */
  readonly signs: ReadonlyMap<string, number>;
}

/** A piece of a text. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What a stretch stands in. */
interface Setting {
  readonly text: string;
  readonly intents: readonly string[];
  /** Which of those of its kind in the letter it is, in reading order, and how many there are. */
  readonly place: number;
  readonly of: number;
}

/** A few cues that somebody thought of would drown in the many words around. */
const cueStrength = 3;

/**
 * The cues of a stretch, each by itself and for every wish of the letter; the words around it, and where it stands among
 * those of its kind.
 */
export function signsOf(stretch: Stretch, cues: readonly string[], setting: Setting): Map<string, number> {
  const { intents } = setting;
  const forEach = (sign: string) => [sign, ...intents.map((intent) => `${sign} & ${intent}`)];
  const wishes = [...intents.map((intent) => `asks ${intent}`), `asks ${intents.toSorted().join(' + ')}`];
  const plain = ['always', ...wishes, ...wordsAround(stretch, setting), ...placeOf(stretch, setting)];
  return new Map([
    ...plain.map((sign): [string, number] => [sign, 1]),
    ...cues.flatMap(forEach).map((sign): [string, number] => [`cue ${sign}`, cueStrength]),
  ]);
}

const reach = 160;
const near = 8;
/** Longer words differ at their end by case and number only. */
const longestWord = 8;

/**
 * Each of the three words before and after with its place, two and three of them together, which are among the next
 * eight; the words of the stretch itself; those of the sentence, and these once more for the wish that leads.
 */
function wordsAround(stretch: Stretch, { text, intents }: Setting): string[] {
  const { start, end } = stretch;
  const before = toWords(text.slice(Math.max(0, start - reach), start)).reverse();
  const after = toWords(text.slice(end, end + reach));
  const places = [0, 1, 2];
  return [
    ...places.map((at) => `before ${at}:${before[at] ?? ''}`),
    ...places.map((at) => `after ${at}:${after[at] ?? ''}`),
    `before:${before.slice(0, 2).join(' ')}`,
    `before:${before.slice(0, 3).join(' ')}`,
    `after:${after.slice(0, 2).join(' ')}`,
    `after:${after.slice(0, 3).join(' ')}`,
    ...before.slice(0, near).map((word) => `near before:${word}`),
    ...after.slice(0, near).map((word) => `near after:${word}`),
    ...toWords(text.slice(start, end)).map((word) => `own:${word}`),
    ...toWords(sentenceAround(text, stretch)).flatMap((word) => [
      `sentence:${word}`,
      `sentence:${word} & ${intents[0]}`,
    ]),
  ];
}

const placeOf = ({ start }: Stretch, { text, place, of }: Setting): string[] => [
  `of:${Math.min(4, of)}`,
  `place:${Math.min(3, place)}`,
  `last:${place === of - 1}`,
  `quarter:${Math.floor((4 * start) / text.length)}`,
];

/** Words, marks and line ends; of a number only how long it is. */
const toWords = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}+|\d+|[,.;:!?()"„“»«>\n-]/gu) ?? []).map((word) =>
    /^\d/.test(word) ? `#${Math.min(4, word.length)}` : word.slice(0, longestWord),
  );

/** "zum 30.9.2026. Die ...": the year's full stop ends the sentence. */
const closed = /\d{3}\.\s+\p{Lu}/u;

/** The sentence with the stretch in it; line breaks do not end it, empty lines and full stops after a word do. */
export function sentenceAround(text: string, { start, end }: Stretch): string {
  const before = text.slice(Math.max(0, start - reach), start);
  const last = [...before.matchAll(sentenceEnd)].at(-1);
  const after = text.slice(end, end + reach);
  const [next] = after.matchAll(sentenceEnd);
  const to = closed.test(text.slice(end - 4, end + 3)) ? 0 : (next?.index ?? reach) + (next?.[0].length ?? 0);
  return before.slice(last ? last.index + last[0].length : 0) + text.slice(start, end) + after.slice(0, to);
}
const sentenceEnd = /\p{Ll}{2}[.!?](?=\s|$)|\n\s*\n/gu;
