import { BadDocumentError, messageOf, type Outcome, TemporaryError } from '@mailroom/core';
import { advance, type Claims, type DocumentRecord, loadDocument, recordFailure } from '@mailroom/database';
import type { Context } from './context.ts';
import type { RunnableStage, Save } from './stage.ts';

/** What became of one attempt at one stage of one document. */
export type Attempt =
  /** The document is in its next state. */
  | { readonly kind: 'advanced' }
  /** Nothing to do: somebody else works on it, or the hint was late or doubled. */
  | { readonly kind: 'dropped' }
  | { readonly kind: 'retry'; readonly at: Date };

export const maxAttempts = 4;
const temporaryDelayMs = 5_000;

/** Runs one stage on one document, whatever the hint that led here was worth. */
export async function attempt(
  stage: RunnableStage,
  documentId: number,
  context: Context,
  claims: Claims,
): Promise<Attempt> {
  if (!(await claims.take(documentId))) return { kind: 'dropped' };
  try {
    const document = await loadDocument(context.database, documentId);
    if (document?.state !== stage.from) return { kind: 'dropped' };
    return await attemptClaimed(stage, document, context);
  } finally {
    await claims.release(documentId);
  }
}

/** The same for a document that is claimed already, and in the state from which the stage starts. */
export async function attemptClaimed(
  stage: RunnableStage,
  document: DocumentRecord,
  context: Context,
): Promise<Attempt> {
  if (document.notBefore > new Date()) return { kind: 'retry', at: document.notBefore };
  try {
    return await commit(stage, document, context, await stage.run(document, context));
  } catch (error) {
    if (error instanceof BadDocumentError) {
      const reason = error.message;
      return commit(stage, document, context, {
        kind: error.state === 'review' ? 'review' : 'reject',
        reason,
      });
    }
    return failed(stage, document, context, error);
  }
}

/** Writes the result and the new state in one transaction. */
async function commit(
  stage: RunnableStage,
  document: DocumentRecord,
  { database }: Context,
  outcome: Outcome<Save>,
): Promise<Attempt> {
  if (outcome.kind === 'later') return { kind: 'retry', at: new Date(Date.now() + outcome.delayMs) };
  const step = { documentId: document.id, from: stage.from, actor: stage.name };
  const moved =
    outcome.kind === 'done'
      ? await advance(database, { ...step, to: stage.to }, outcome.result)
      : outcome.kind === 'review'
        ? await advance(database, { ...step, to: 'review', reason: outcome.reason }, outcome.result)
        : await advance(database, { ...step, to: 'rejected', reason: outcome.reason });
  return { kind: moved ? 'advanced' : 'dropped' };
}

/** Temporary troubles outside do not count against the document; anything else does, and the last one is for a person. */
async function failed(
  stage: RunnableStage,
  document: DocumentRecord,
  { database }: Context,
  error: unknown,
): Promise<Attempt> {
  if (error instanceof TemporaryError) return { kind: 'retry', at: new Date(Date.now() + temporaryDelayMs) };
  if (document.attempts + 1 >= maxAttempts) {
    const reason = `Die Verarbeitung ist ${maxAttempts}-mal gescheitert (${stage.name}: ${messageOf(error)}). Bitte von Hand bearbeiten.`;
    const step = {
      documentId: document.id,
      from: stage.from,
      to: 'review',
      actor: stage.name,
      reason,
    } as const;
    return { kind: (await advance(database, step)) ? 'advanced' : 'dropped' };
  }
  const retryAt = new Date(Date.now() + backoffMs(document.attempts));
  await recordFailure(database, {
    documentId: document.id,
    from: stage.from,
    error: messageOf(error),
    retryAt,
  });
  return { kind: 'retry', at: retryAt };
}

/** 1 s, 4 s, 16 s, ... at most five minutes. */
function backoffMs(attempts: number): number {
  return Math.min(300_000, 1000 * 4 ** attempts);
}
