import { seededRandom, shuffled } from '@mailroom/classifier';
import { type SignWeights, scoreOf } from '../fields/choose.ts';
import type { Candidate } from '../fields/signs.ts';

/** The candidates of a letter for one field, and which values would be right; none: the letter has no such field. */
export interface Lesson {
  readonly letter: string;
  readonly candidates: readonly Candidate[];
  readonly right: readonly string[];
  /** How much the letter counts. */
  readonly importance: number;
}

const epochs = 16;
const rate = 0.03;
const dropout = 0.5;
/** AdaGrad's sum of squares before the first step: what is rare moves slowly. */
const firstSquare = 0.3;
/** Signs of fewer letters are left out. */
const fewestLetters = 5;
/** Weights below it change nothing and are most of them. */
const leastWeight = 0.05;

/**
 * Weighs the signs by a softmax over the candidates of a letter and "none of them", fitted with AdaGrad; a share of
 * the signs is left out at random, so that no few of them carry all. The same lessons give the same weights.
 */
export function fitWeights(lessons: readonly Lesson[]): SignWeights {
  const weights = frequentSigns(lessons);
  const squares = new Map([...weights.keys()].map((sign) => [sign, firstSquare]));
  const random = seededRandom(1);
  const known = lessons
    .map((lesson) => ({ ...lesson, candidates: withKnown(lesson, weights) }))
    .filter(teaches);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const index of shuffled(known.length, random)) {
      step(known[index] as Lesson, { weights, squares }, random);
    }
  }
  const kept = [...weights].filter(([, weight]) => Math.abs(weight) >= leastWeight);
  return new Map(kept.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function frequentSigns(lessons: readonly Lesson[]): Map<string, number> {
  const letters = new Map<string, Set<string>>();
  for (const { letter, candidates } of lessons) {
    for (const sign of candidates.flatMap(({ signs }) => [...signs.keys()])) {
      const own = letters.get(sign) ?? new Set();
      if (own.size < fewestLetters) letters.set(sign, own.add(letter));
    }
  }
  const often = [...letters].filter(([, own]) => own.size >= fewestLetters);
  return new Map(often.map(([sign]) => [sign, 0]));
}

const withKnown = ({ candidates }: Lesson, weights: SignWeights): Candidate[] =>
  candidates.map((one) => ({ ...one, signs: new Map([...one.signs].filter(([sign]) => weights.has(sign))) }));

/** A letter whose right value is none of the candidates says nothing about them. */
const teaches = ({ candidates, right }: Lesson): boolean =>
  candidates.length > 0 && (right.length === 0 || candidates.some(isIn(right)));

const isIn =
  (right: readonly string[]) =>
  ({ value }: Candidate): boolean =>
    value !== null && right.includes(value);

interface Fitting {
  readonly weights: Map<string, number>;
  readonly squares: Map<string, number>;
}

function step(
  { candidates, right, importance }: Lesson,
  { weights, squares }: Fitting,
  random: () => number,
): void {
  const shown = candidates.map(({ signs }) => new Map([...signs].filter(() => random() >= dropout)));
  const odds = shown.map((signs) => Math.exp(scoreOf(signs, weights) / (1 - dropout)));
  const all = odds.reduce((sum, one) => sum + one, 1);
  const isRight = candidates.map(isIn(right));
  const allRight = odds.reduce((sum, one, index) => sum + (isRight[index] ? one : 0), 0);
  for (const [index, signs] of shown.entries()) {
    const own = odds[index] as number;
    const error = importance * (own / all - (isRight[index] ? own / allRight : 0));
    if (Math.abs(error) < leastError) continue;
    for (const [sign, strength] of signs) {
      const gradient = error * strength;
      const square = (squares.get(sign) as number) + gradient * gradient;
      squares.set(sign, square);
      weights.set(sign, (weights.get(sign) as number) - (rate * gradient) / Math.sqrt(square));
    }
  }
}

/** Smaller errors teach nothing worth the time. */
const leastError = 1e-3;
