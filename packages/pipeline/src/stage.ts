import type { DocumentState, Outcome } from '@mailroom/core';
import type { DocumentRecord, Transaction } from '@mailroom/database';
import type { Context } from './context.ts';

export type StageName = 'ocr' | 'classify' | 'index' | 'route';

/**
 * One step of the flow, as a value. `run` may be called twice, late, or by two workers at once: it only
 * looks and computes. `save` writes its result, in the transaction that moves the document on.
 */
export interface Stage<Result> {
  readonly name: StageName;
  readonly from: DocumentState;
  readonly to: DocumentState;
  run(document: DocumentRecord, context: Context): Promise<Outcome<Result>>;
  save(transaction: Transaction, document: DocumentRecord, result: Result): Promise<void>;
}

/** A stage with its result type closed over, so that different stages stand in one list. */
export interface RunnableStage {
  readonly name: StageName;
  readonly from: DocumentState;
  readonly to: DocumentState;
  run(document: DocumentRecord, context: Context): Promise<Outcome<Save>>;
}

export type Save = (transaction: Transaction) => Promise<void>;

export function runnable<Result>(stage: Stage<Result>): RunnableStage {
  return {
    name: stage.name,
    from: stage.from,
    to: stage.to,
    async run(document, context) {
      const outcome = await stage.run(document, context);
      if (!('result' in outcome) || outcome.result === undefined) return outcome as Outcome<never>;
      const { result } = outcome;
      return { ...outcome, result: (transaction) => stage.save(transaction, document, result) };
    },
  };
}
