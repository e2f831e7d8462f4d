import { Worker } from 'node:worker_threads';
import type { Readers } from '../learn/letter-scores.ts';
import type { Lesson, ReaderOptions } from './fit-readers.ts';
import type { SentenceExample } from './make-examples.ts';

/** Readers to be fitted in a thread: once for each fold, without its letters. */
export interface BesideRequest {
  readonly letters: readonly (Lesson & { readonly fold: number })[];
  readonly phrases: readonly SentenceExample[];
  /** `undefined` leaves nobody out. */
  readonly leftOut: readonly (number | undefined)[];
  readonly options: ReaderOptions;
}

/** Fits readers in a thread of its own, so that training keeps two cores busy. Gives what fitReaders gives. */
export function fitReadersBeside({ letters, phrases, leftOut, options }: BesideRequest): Promise<Readers[]> {
  const { promise, resolve, reject } = Promise.withResolvers<Readers[]>();
  const workerData: BesideRequest = {
    letters: letters.map(({ sentenceExamples, letterExample, fold }) => ({
      sentenceExamples,
      letterExample,
      fold,
    })),
    phrases,
    leftOut,
    options: { intents: options.intents, seed: options.seed },
  };
  const thread = new Worker(new URL('fit-readers-thread.ts', import.meta.url), { workerData });
  thread.once('message', resolve);
  thread.once('error', reject);
  thread.once('exit', () => reject(new Error('the thread that fits readers ended without any')));
  return promise;
}
