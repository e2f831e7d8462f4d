import type { LetterFeatures } from '../features/letter-features.ts';
import { type LinearModel, scoreLinear } from './linear-model.ts';

/**
 * What the two reading models say about a letter: log odds per sentence and for the letter as a whole.
 * Each has one target more than there are intents: whether the sentence asks anything at all, and whether the
 * letter reads like one that was written to mislead.
 */
export interface LetterScores {
  readonly sentences: readonly Float32Array[];
  readonly whole: Float32Array;
}

export function scoreLetter(
  sentenceModel: LinearModel,
  letterModel: LinearModel,
  features: LetterFeatures,
): LetterScores {
  return {
    sentences: features.vectors.map(({ names, values }) => scoreLinear(sentenceModel, names, values)),
    whole: scoreLinear(letterModel, features.whole.names, features.whole.values),
  };
}
