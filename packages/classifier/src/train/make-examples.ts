import type { TrainingLetter } from '../corpus/corpus-letter.ts';
import type { Phrase } from '../corpus/read-phrases.ts';
import { type LetterFeatures, letterFeatures } from '../features/letter-features.ts';
import type { Token } from '../features/tokens.ts';
import type { Example } from '../learn/fit-linear.ts';
import { seededRandom } from '../learn/random.ts';
import type { Sentence } from '../text/prepare-letter.ts';
import { addNoise } from './add-noise.ts';
import { findSpan } from './find-spans.ts';

/** A sentence as the linear models and as the net see it. */
export type SentenceExample = Example & { readonly tokens: readonly Token[] };

/** A letter ready for fitting: its features, what it asks, and what each of its sentences shows. */
export interface PreparedLetter {
  readonly letter: TrainingLetter;
  readonly features: LetterFeatures;
  /** 1 for every intent the letter carries, in the order of the intent list. */
  readonly wanted: Float32Array;
  readonly sentenceExamples: readonly SentenceExample[];
  readonly letterExample: Example;
}

/**
 * How much a sentence outside the labelled spans counts as a counter-example to an intent its letter does carry:
 * often it speaks of the same wish, so it counts little.
 */
const doubtfulNegative = 0.1;

export function prepareTraining(letter: TrainingLetter, intents: readonly string[]): PreparedLetter {
  return prepare(letter, letter.text, findPlaces(letter, intents), intents);
}

/** The letter as a bad scan would be read; its labels go along. The seed decides what is spoilt. */
export function prepareNoisy(
  letter: TrainingLetter,
  intents: readonly string[],
  seed: number,
): PreparedLetter {
  const random = seededRandom(seed);
  const { text, offsets } = addNoise(letter.text, 0.005 + 0.035 * random(), random);
  const places = findPlaces(letter, intents).map(({ target, start, end }) => ({
    target,
    start: offsets[start] ?? 0,
    end: offsets[end] ?? 0,
  }));
  return prepare(letter, text, places, intents);
}

function prepare(
  letter: TrainingLetter,
  text: string,
  places: readonly Place[],
  intents: readonly string[],
): PreparedLetter {
  const features = letterFeatures(text);
  const wanted = Float32Array.from(intents, (intent) =>
    letter.intents.some((label) => label.intent === intent) ? 1 : 0,
  );
  const unplaced = letter.intents
    .filter(({ intent, spans }) => intent !== 'other' && spans.length === 0)
    .map(({ intent }) => intents.indexOf(intent));
  const sentenceExamples = features.sentences.map((sentence, index) => ({
    ...(features.vectors[index] ?? { names: [], values: [] }),
    tokens: features.tokens[index] ?? [],
    ...labelSentence(sentence, { places, unplaced }, wanted),
    source: letter.id,
  }));
  const hardness = letter.kind === 'hard' ? 1 : 0;
  const letterExample = {
    ...features.whole,
    wanted: Float32Array.of(...wanted, hardness),
    importance: new Float32Array(intents.length + 1).fill(1),
    source: letter.id,
  };
  return { letter, features, wanted, sentenceExamples, letterExample };
}

interface Place {
  readonly target: number;
  readonly start: number;
  readonly end: number;
}

function findPlaces(letter: TrainingLetter, intents: readonly string[]): Place[] {
  return letter.intents.flatMap((label) =>
    label.spans.flatMap((span) => {
      const found = findSpan(letter.text, span);
      return found ? [{ target: intents.indexOf(label.intent), ...found }] : [];
    }),
  );
}

/** One answer per intent, and a last one: whether the sentence asks anything. */
function labelSentence(
  sentence: Sentence,
  { places, unplaced }: { places: readonly Place[]; unplaced: readonly number[] },
  carried: Float32Array,
): { wanted: Float32Array; importance: Float32Array } {
  const wanted = new Float32Array(carried.length + 1);
  for (const { target, start, end } of places) {
    if (start >= sentence.end || end <= sentence.start) continue;
    wanted[target] = 1;
    wanted[carried.length] = 1;
  }
  const importance = wanted.map((shown, target) =>
    shown === 0 && (target === carried.length || carried[target] === 1) ? doubtfulNegative : 1,
  );
  importance[carried.length] = wanted[carried.length] === 1 ? 1 : 0.5;
  // Nobody said which sentence shows it, so this one neither teaches it nor speaks against it.
  for (const target of unplaced) importance.fill(0, target, target + 1);
  if (unplaced.length > 0) importance[carried.length] = 0;
  return { wanted, importance };
}

/** How much a phrase says about the intents it was not written for: it may show them by the way. */
const asideOfPhrase = 0.5;

/** A phrase as an example for the sentence model; empty boxes and the like give none. */
export function preparePhrase(phrase: Phrase, intents: readonly string[]): SentenceExample[] {
  const target = intents.indexOf(phrase.intent);
  const wanted = Float32Array.from({ length: intents.length + 1 }, (_, index) =>
    target >= 0 && (index === target || index === intents.length) ? 1 : 0,
  );
  const importance = wanted.map((one) => (one === 1 || target < 0 ? 1 : asideOfPhrase));
  const { vectors, tokens } = letterFeatures(phrase.text);
  return vectors.map((vector, index) => ({
    ...vector,
    tokens: tokens[index] ?? [],
    wanted,
    importance,
    source: phrase.text,
  }));
}
