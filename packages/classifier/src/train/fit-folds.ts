import { type LetterScores, type Readers, scoreLetter } from '../learn/letter-scores.ts';
import { fitReaders, type Lesson, type ReaderOptions } from './fit-readers.ts';
import type { SentenceExample } from './make-examples.ts';

/** A letter with the part of the authors it belongs to. */
export interface FoldedLesson extends Lesson {
  readonly fold: number;
}

/** Readers to be fitted: for each fold, without its letters; `undefined` leaves nobody out. */
export interface FoldsRequest {
  readonly letters: readonly FoldedLesson[];
  readonly phrases: readonly SentenceExample[];
  readonly leftOut: readonly (number | undefined)[];
  readonly options: ReaderOptions;
}

/** The readers that saw all letters, where asked for; of the others what they say of their fold, in the order of `letters`. */
export interface FoldsFitted {
  readonly final: Readers | undefined;
  readonly scores: ReadonlyMap<number, readonly LetterScores[]>;
}

/** Fits readers once for each fold that is left out, and lets them say what they think of it. */
export async function fitFolds({ letters, phrases, leftOut, options }: FoldsRequest): Promise<FoldsFitted> {
  let final: Readers | undefined;
  const scores = new Map<number, LetterScores[]>();
  for (const fold of leftOut) {
    const seen = letters.filter((letter) => letter.fold !== fold);
    const readers = await fitReaders(seen, phrases, options);
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
