import { type Example, fitLinear } from '../learn/fit-linear.ts';
import type { LinearModel } from '../learn/linear-model.ts';
import type { PreparedLetter } from './make-examples.ts';

/** Fits the two models that read text: sentence by sentence, and the letter as a whole. */
export function fitReaders(
  letters: readonly PreparedLetter[],
  phrases: readonly Example[],
  { intents, seed }: { readonly intents: readonly string[]; readonly seed: number },
): { sentences: LinearModel; letters: LinearModel } {
  const shared = { rate: 0.8, ridge: 1e-4, lasso: 0, minSources: 2, dropout: 0.3 };
  const sentences = [...letters.flatMap(({ sentenceExamples }) => sentenceExamples), ...phrases];
  const whole = letters.map(({ letterExample }) => letterExample);
  return {
    sentences: fitLinear(sentences, { ...shared, targets: intents.length + 1, seed, epochs: 6 }),
    letters: fitLinear(whole, { ...shared, targets: intents.length + 1, seed: seed + 1, epochs: 8 }),
  };
}
