import type { DocumentState } from '@mailroom/core';
import { callIn, type Database, type Transaction } from './database.ts';
import { insertRows } from './insert-rows.ts';
import { move, passing, reviewRows, type StagePassed, type Step } from './move.ts';
import { saveSeparation } from './stacks/save-separation.ts';
import { TwinOvertook } from './twins/twin-overtook.ts';

/**
 * Moves a document from one state to the next and writes what belongs to it in the same transaction.
 * Returns false, with nothing written, when the document is no longer in `from`: somebody else did it.
 */
export async function advance(
  database: Database,
  step: Step,
  write: (transaction: Transaction) => Promise<void> = async () => undefined,
): Promise<boolean> {
  return unlessMovedOn(database.transaction((transaction) => advanceIn(transaction, step, write)));
}

/** The same within a transaction, for steps that move several documents; it fails when the document moved on. */
export async function advanceIn(
  transaction: Transaction,
  step: Step,
  write: (transaction: Transaction) => Promise<void> = async () => undefined,
): Promise<void> {
  await callIn(transaction, move(step));
  await write(transaction);
  if (step.to === 'review') await insertRows(transaction, reviewRows(step.documentId, step));
}

/**
 * The same for all stages that a document has passed in one go, with what they found out: one transaction, mostly one
 * statement, one event for each of them.
 */
export async function advanceThrough(
  database: Database,
  documentId: number,
  from: DocumentState,
  stages: readonly StagePassed[],
): Promise<boolean> {
  const last = stages.at(-1);
  if (!last) return true;
  const statement = passing(documentId, from, stages);
  const separation = stages.find(({ found }) => found?.separation)?.found?.separation;
  const follow = last.found?.twins?.follow;
  if (!separation && !follow) return unlessMovedOn(database.call(statement));
  return unlessMovedOn(
    database.transaction(async (transaction) => {
      await callIn(transaction, statement);
      if (separation) await saveSeparation(transaction, documentId, separation);
      await follow?.(transaction);
    }),
  );
}

/** See claim_twin_keys. */
const overtakenCode = 'MR002';
/** See advance_document. */
const movedOnCode = 'MR001';

async function unlessMovedOn(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    if (error.code === movedOnCode) return false;
    throw error.code === overtakenCode ? new TwinOvertook() : error;
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
