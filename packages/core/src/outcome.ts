/**
 * What a stage says about a document. Throwing means "unexpected, try again".
 * `Result` is what the stage found out; a document in review keeps what is known so far, a rejected stack its letters.
 */
export type Outcome<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'review'; readonly reason: string; readonly result?: Result }
  | { readonly kind: 'later'; readonly delayMs: number }
  | { readonly kind: 'reject'; readonly reason: string; readonly result?: Result };

export const done = <Result>(result: Result): Outcome<Result> => ({ kind: 'done', result });

export const review = <Result>(reason: string, result?: Result): Outcome<Result> =>
  result === undefined ? { kind: 'review', reason } : { kind: 'review', reason, result };

export const later = (delayMs: number): Outcome<never> => ({ kind: 'later', delayMs });

export const reject = <Result = never>(reason: string, result?: Result): Outcome<Result> =>
  result === undefined ? { kind: 'reject', reason } : { kind: 'reject', reason, result };
