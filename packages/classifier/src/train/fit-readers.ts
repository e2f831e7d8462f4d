import { type Example, fitLinear } from '../learn/fit-linear.ts';
import type { LinearModel } from '../learn/linear-model.ts';
import type { PreparedLetter } from './make-examples.ts';

/** The two models that read text: sentence by sentence, and the letter as a whole. */
export interface Readers {
  readonly sentences: LinearModel;
  readonly letters: LinearModel;
}

/** What of a letter the readers learn from. */
export type Lesson = Pick<PreparedLetter, 'sentenceExamples' | 'letterExample'>;

export interface ReaderOptions {
  readonly intents: readonly string[];
  readonly seed: number;
}

export function fitReaders(
  letters: readonly Lesson[],
  phrases: readonly Example[],
  { intents, seed }: ReaderOptions,
): Readers {
  const shared = { rate: 0.8, ridge: 1e-4, lasso: 0, minSources: 2, dropout: 0.3 };
  const sentences = [...letters.flatMap(({ sentenceExamples }) => sentenceExamples), ...phrases];
  const whole = letters.map(({ letterExample }) => letterExample);
  return {
    sentences: fitLinear(sentences, { ...shared, targets: intents.length + 1, seed, epochs: 6 }),
    letters: fitLinear(whole, { ...shared, targets: intents.length + 1, seed: seed + 1, epochs: 8 }),
  };
}
