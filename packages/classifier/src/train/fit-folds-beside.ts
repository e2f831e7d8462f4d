import { Worker } from 'node:worker_threads';
import type { LetterScores, Readers } from '../learn/letter-scores.ts';
import type { Lesson, ReaderOptions } from './fit-readers.ts';
import type { SentenceExample } from './make-examples.ts';

/** A letter with the part of the authors it belongs to: what is said about it must come from readers that did not see it. */
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

/** As fitFolds, in a thread of its own, so that training keeps two cores busy. */
export function fitFoldsBeside({ letters, options, ...request }: FoldsRequest): Promise<FoldsFitted> {
  const { promise, resolve, reject } = Promise.withResolvers<FoldsFitted>();
  const workerData: FoldsRequest = {
    ...request,
    letters: letters.map(({ sentenceExamples, letterExample, fold }) => ({
      sentenceExamples,
      letterExample,
      fold,
    })),
    options: { intents: options.intents, seed: options.seed },
  };
  const thread = new Worker(new URL('fit-folds-thread.ts', import.meta.url), { workerData });
  thread.once('message', resolve);
  thread.once('error', reject);
  thread.once('exit', () => reject(new Error('the thread that fits readers ended without any')));
  return promise;
}
