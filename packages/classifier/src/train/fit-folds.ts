import { type LetterScores, type Readers, scoreLetter } from '../learn/letter-scores.ts';
import type { FoldedLesson, FoldsFitted, FoldsRequest } from './fit-folds-beside.ts';
import { fitReaders } from './fit-readers.ts';

/** Fits readers once for each fold that is left out, and lets them say what they think of it. */
export async function fitFolds({ letters, phrases, leftOut, options }: FoldsRequest): Promise<FoldsFitted> {
  let final: Readers | undefined;
  const scores = new Map<number, LetterScores[]>();
  for (const fold of leftOut) {
    const readers = await fitReaders(
      letters.filter((letter) => letter.fold !== fold),
      phrases,
      options,
    );
    if (fold === undefined) final = readers;
    else scores.set(fold, letters.filter((letter) => letter.fold === fold).map(scoreWith(readers)));
  }
  return { final, scores };
}

const scoreWith =
  (readers: Readers) =>
  ({ sentenceExamples, letterExample }: FoldedLesson): LetterScores =>
    scoreLetter(readers, {
      vectors: sentenceExamples,
      tokens: sentenceExamples.map(({ tokens }) => tokens),
      whole: letterExample,
    });
