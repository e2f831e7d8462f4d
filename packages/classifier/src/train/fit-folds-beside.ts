import { Worker } from 'node:worker_threads';
import type { FoldsFitted, FoldsRequest } from './fit-folds.ts';

/** What a thread of its own fits; to dispose of it ends the thread. */
export interface FoldsBeside extends AsyncDisposable {
  readonly fitted: Promise<FoldsFitted>;
}

/** As fitFolds, in a thread of its own, so that training keeps two cores busy. */
export function fitFoldsBeside({ letters, options, ...request }: FoldsRequest): FoldsBeside {
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
  return {
    fitted: promise,
    async [Symbol.asyncDispose]() {
      await thread.terminate();
    },
  };
}
