import type { DocumentState } from '@mailroom/core';
import type { Database, Transaction } from './database.ts';
import { appendEvent } from './events.ts';

export interface Step {
  readonly documentId: number;
  readonly from: DocumentState;
  readonly to: DocumentState;
  readonly actor: string;
  /** German, for the person who decides; only with review and rejected. */
  readonly reason?: string | undefined;
  readonly details?: Record<string, unknown>;
}

/**
 * Moves a document from one state to the next and writes the stage's result in the same transaction.
 * Returns false, with nothing written, when the document is no longer in `from`: somebody else did it.
 */
export async function advance(
  database: Database,
  step: Step,
  write: (transaction: Transaction) => Promise<void> = async () => undefined,
): Promise<boolean> {
  return database.transaction(async (transaction) => {
    const { rowCount } = await transaction.query(
      `update documents set state = $3, reason = $4, attempts = 0, last_error = null, not_before = now(), state_since = now()
       where id = $1 and state = $2`,
      [step.documentId, step.from, step.to, step.reason ?? null],
    );
    if (!rowCount) return false;
    await write(transaction);
    if (step.to === 'review') await openReviewItem(transaction, step);
    await appendEvent(transaction, step.documentId, {
      kind: step.to,
      actor: step.actor,
      details: step.reason === undefined ? (step.details ?? {}) : { ...step.details, reason: step.reason },
    });
    return true;
  });
}

async function openReviewItem(transaction: Transaction, step: Step): Promise<void> {
  await transaction.query(
    `insert into review_items (document_id, reason, stage) values ($1, $2, $3)
     on conflict (document_id) do update
       set reason = excluded.reason, stage = excluded.stage, state = 'open', created_at = now(), done_at = null`,
    [step.documentId, step.reason ?? '', step.actor],
  );
}

/** Remembers a failed attempt; `retryAt` says when the next one may start. Returns false when the document moved on. */
export async function recordFailure(
  database: Database,
  failure: { documentId: number; from: DocumentState; error: string; retryAt: Date },
): Promise<boolean> {
  const { rowCount } = await database.query(
    `update documents set attempts = attempts + 1, last_error = $3, not_before = $4
     where id = $1 and state = $2`,
    [failure.documentId, failure.from, failure.error.slice(0, 2000), failure.retryAt],
  );
  return Boolean(rowCount);
}
