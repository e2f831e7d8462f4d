import type { LetterFeatures } from '../features/letter-features.ts';
import { type ConvNet, scoreConvNet, type TextScores } from './conv/conv-net.ts';
import { type LinearModel, scoreLinear } from './linear-model.ts';

/** The models that read text. */
export interface Readers {
  /** Reads sentences. */
  readonly sentences: LinearModel;
  /** Reads whole letters. */
  readonly letters: LinearModel;
  /** Reads both, word by word. */
  readonly net: ConvNet;
}

/**
 * What the readers say about a letter: log odds per sentence and for the letter as a whole.
 * Each has one target more than there are intents: whether the sentence asks anything at all, and whether the
 * letter reads like one that was written to mislead.
 */
export interface LetterScores extends TextScores {
  /** What the net says, beside the linear models. */
  readonly net: TextScores;
}

export function scoreLetter(
  readers: Readers,
  { vectors, whole, tokens }: Pick<LetterFeatures, 'vectors' | 'whole' | 'tokens'>,
): LetterScores {
  return {
    sentences: vectors.map(({ names, values }) => scoreLinear(readers.sentences, names, values)),
    whole: scoreLinear(readers.letters, whole.names, whole.values),
    net: scoreConvNet(readers.net, tokens),
  };
}
