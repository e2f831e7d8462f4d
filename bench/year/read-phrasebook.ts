import { readCorpus } from '@mailroom/classifier';

/** What the letters of the corpus are made of. */
export interface Phrasebook {
  /** The most frequent first. */
  readonly intents: readonly string[];
  readonly sentences: ReadonlyMap<string, readonly string[]>;
  readonly nouns: readonly string[];
}

export function readPhrasebook(): Phrasebook {
  const letters = readCorpus();
  const byIntent = Map.groupBy(letters, (letter) => letter.intents[0]?.intent ?? 'other');
  const intents = [...byIntent]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([intent]) => intent);
  const sentences = new Map(
    [...byIntent].map(([intent, all]) => [intent, all.flatMap(({ text }) => sentencesOf(text))]),
  );
  const words = letters.flatMap(({ text }) => text.match(/(?<=\p{Ll} )\p{Lu}\p{Ll}{3,9}(?=[ ,.])/gu) ?? []);
  return { intents, sentences, nouns: [...new Set(words)].sort() };
}

const sentencesOf = (text: string): readonly string[] =>
  text
    .replace(/\s+/g, ' ')
    .split(/(?<=[.!?]) /)
    .filter((sentence) => sentence.length > 25 && sentence.length < 240);
