import type { DocumentState } from '@mailroom/core';
import { type Database, runAll, type Statement, type Transaction } from './database.ts';
import type { NewEvent } from './events.ts';
import { type Found, factsOf, saveFound } from './found.ts';
import { toJson } from './insert-rows.ts';

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
 * Moves a document from one state to the next and writes what belongs to it in the same transaction.
 * Returns false, with nothing written, when the document is no longer in `from`: somebody else did it.
 */
export async function advance(
  database: Database,
  step: Step,
  write: (transaction: Transaction) => Promise<void> = async () => undefined,
): Promise<boolean> {
  return unlessMovedOn(
    database.transaction(async (transaction) => {
      await runAll(transaction, [move(step.documentId, step.from, [step])]);
      await write(transaction);
      await runAll(transaction, openReview(step.documentId, step));
    }),
  );
}

/** A stage that a document has passed, and what it found out. */
export interface StagePassed {
  /** The stage's name. */
  readonly actor: string;
  readonly to: DocumentState;
  readonly reason?: string | undefined;
  readonly found?: Found | undefined;
}

/**
 * The same for all stages that a document has passed in one go, with what they found out: one transaction, one
 * event for each of them.
 */
export async function advanceThrough(
  database: Database,
  documentId: number,
  from: DocumentState,
  stages: readonly StagePassed[],
): Promise<boolean> {
  const last = stages.at(-1);
  if (!last) return true;
  return unlessMovedOn(
    database.write([
      move(documentId, from, stages),
      forget(documentId, stages),
      // The last stage first: when the text is written, the account and the fields that it is found by stand there.
      ...stages
        .toReversed()
        .flatMap(({ actor, found }) => (found ? saveFound(documentId, actor, found) : [])),
      ...openReview(documentId, last),
    ]),
  );
}

type Move = Omit<Step, 'documentId' | 'from'> & { readonly found?: Found | undefined };

function move(documentId: number, from: DocumentState, steps: readonly Move[]): Statement {
  const last = steps.at(-1);
  const facts = Object.assign({}, ...steps.map(({ found = {} }) => factsOf(found)));
  return {
    text: 'select advance_document($1, $2, $3, $4)',
    values: [
      documentId,
      from,
      toJson({ ...facts, state: last?.to, reason: last?.reason ?? null }),
      toJson(steps.map(eventOf)),
    ],
  };
}

function eventOf({ to, actor, reason, details = {} }: Move): NewEvent {
  return { kind: to, actor, details: reason === undefined ? details : { ...details, reason } };
}

function forget(documentId: number, stages: readonly StagePassed[]): Statement {
  return {
    text: 'select forget_findings($1, $2)',
    values: [documentId, stages.filter(({ found }) => found).map(({ actor }) => actor)],
  };
}

function openReview(documentId: number, { to, reason, actor }: Move): readonly Statement[] {
  if (to !== 'review') return [];
  return [
    {
      text: `insert into review_items (document_id, reason, stage) values ($1, $2, $3)
       on conflict (document_id) do update
         set reason = excluded.reason, stage = excluded.stage, state = 'open', created_at = now(), done_at = null`,
      values: [documentId, reason ?? '', actor],
    },
  ];
}

/** See advance_document. */
const movedOnCode = 'MR001';

async function unlessMovedOn(work: Promise<void>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === movedOnCode) return false;
    throw error;
  }
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
