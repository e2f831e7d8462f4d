import type { Sentence } from '../text/prepare-letter.ts';
import { prepareLetter } from '../text/prepare-letter.ts';
import { hashName } from './hash.ts';
import { type SentenceFeatures, sentenceFeatures } from './sentence-features.ts';
import { type Token, toTokens } from './tokens.ts';

/** A sparse vector: hashed names and their values. (Typed arrays where training holds millions of them.) */
export interface Vector {
  readonly names: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/** A letter as the models see it; `sentences`, `vectors` and `tokens` run in parallel. */
export interface LetterFeatures {
  readonly sentences: readonly Sentence[];
  readonly vectors: readonly Vector[];
  readonly tokens: readonly (readonly Token[])[];
  readonly whole: Vector;
  /** Concepts over all sentences that count. */
  readonly concepts: ReadonlySet<string>;
  /** The concepts of each sentence. */
  readonly meant: readonly (readonly string[])[];
  /** Bits of the cues of each sentence. */
  readonly cues: readonly number[];
}

/** The weight of each kind of feature in a sentence's vector (found by trying on held-out authors). */
const scale = { words: 1, grams: 0.7, meanings: 1.2 };

/** Only what the sender says here: no empty boxes, quoted mail, footers, addresses. */
export function counts(sentence: Sentence): boolean {
  return (
    (sentence.part === 'body' || sentence.part === 'subject' || sentence.part === 'form') &&
    sentence.ticked !== false
  );
}

export function letterFeatures(text: string): LetterFeatures {
  const sentences = prepareLetter(text).filter(counts);
  const features = sentences.map(sentenceFeatures);
  return {
    sentences,
    vectors: features.map((own, index) => toVector(own, neighbours(features, index))),
    tokens: sentences.map(toTokens),
    whole: wholeVector(features),
    concepts: new Set(features.flatMap((own) => own.concepts)),
    meant: features.map((own) => own.concepts),
    cues: features.map((own) => own.cues),
  };
}

/** What the sentences before and after speak of, and where the sentence stands. */
function neighbours(features: readonly SentenceFeatures[], index: number): number[] {
  const before = features[index - 1]?.concepts ?? ['start'];
  const after = features[index + 1]?.concepts ?? ['end'];
  return [...before.map((name) => hashName(`<${name}`)), ...after.map((name) => hashName(`>${name}`))];
}

function toVector(own: SentenceFeatures, around: readonly number[]): Vector {
  const names = [...own.words, ...own.grams, ...own.meanings, ...around];
  const values = [
    ...own.words.map(() => scale.words / Math.sqrt(own.words.length)),
    ...own.grams.map(() => scale.grams / Math.sqrt(own.grams.length)),
    ...own.meanings.map(() => scale.meanings / Math.sqrt(own.meanings.length)),
    ...around.map(() => 0.3 / Math.sqrt(around.length)),
  ];
  return { names: Uint32Array.from(names), values: Float32Array.from(values) };
}

/** All sentences together, each kind of feature brought to length one. */
function wholeVector(features: readonly SentenceFeatures[]): Vector {
  const names: number[] = [];
  const values: number[] = [];
  for (const kind of ['words', 'grams', 'meanings'] as const) {
    const times = new Map<number, number>();
    for (const own of features) for (const name of own[kind]) times.set(name, (times.get(name) ?? 0) + 1);
    const weights = [...times.values()].map((count) => 1 + Math.log(count));
    const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
    names.push(...times.keys());
    for (const weight of weights) values.push((weight * scale[kind]) / length);
  }
  return { names: Uint32Array.from(names), values: Float32Array.from(values) };
}
