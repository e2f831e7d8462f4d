import { type Claims, loadDocument } from '@mailroom/database';
import { attemptClaimed } from './attempt.ts';
import type { Context } from './context.ts';
import { stageFrom } from './pipeline.ts';
import type { StageName } from './stage.ts';

/** How far a document came. */
export type Advance =
  /** It is settled, or somebody else works on it. */
  | { readonly kind: 'left' }
  /** It waits for a stage that is not ours. */
  | { readonly kind: 'handed-over'; readonly stage: StageName; readonly priority: number }
  | { readonly kind: 'retry'; readonly at: Date };

/**
 * Takes a document from wherever it is through as many stages as are ours, each committed by itself. The queue
 * and the claim cost more than the later stages, so they are paid once a document and not once a stage.
 */
export async function takeOn(
  documentId: number,
  ours: readonly StageName[],
  context: Context,
  claims: Claims,
): Promise<Advance> {
  if (!(await claims.take(documentId))) return { kind: 'left' };
  try {
    return await takeOnClaimed(documentId, ours, context);
  } finally {
    await claims.release(documentId);
  }
}

async function takeOnClaimed(
  documentId: number,
  ours: readonly StageName[],
  context: Context,
): Promise<Advance> {
  for (;;) {
    const document = await loadDocument(context.database, documentId);
    const stage = document && stageFrom(document.state);
    if (!stage) return { kind: 'left' };
    if (!ours.includes(stage.name)) {
      return { kind: 'handed-over', stage: stage.name, priority: document.priority };
    }
    const result = await attemptClaimed(stage, document, context);
    if (result.kind === 'retry') return result;
    if (result.kind === 'dropped') return { kind: 'left' };
  }
}
