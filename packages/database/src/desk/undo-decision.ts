import { advance } from '../advance.ts';
import type { Database, Queryable } from '../database.ts';
import { restoreSnapshot, type Snapshot, snapshotSchema } from './snapshot.ts';

/** Why a decision cannot be taken back. */
export type UndoRefusal = 'not-yours' | 'already-undone' | 'not-the-last' | 'in-work';

interface Label {
  readonly documentId: number;
  readonly actor: string;
  readonly before: unknown;
  readonly undoneAt: Date | null;
  readonly newest: boolean;
  /** Whether somebody already works on what the decision delivered. */
  readonly busy: boolean;
}

/**
 * Takes back one's own last decision about a document, as long as nobody works on what it delivered. Putting it back
 * into review is for those who may decide there.
 */
export async function undoDecision(
  database: Database,
  labelId: number,
  { actor, mayReview }: { readonly actor: string; readonly mayReview: boolean },
): Promise<{ documentId: number } | UndoRefusal> {
  const label = await findLabel(database, labelId);
  if (label?.actor !== actor) return 'not-yours';
  if (label.undoneAt) return 'already-undone';
  if (!label.newest) return 'not-the-last';
  if (label.busy) return 'in-work';
  const before = snapshotSchema.parse(label.before);
  if (before.state === 'review' && !mayReview) return 'not-yours';
  const moved = await putBack(database, labelId, label.documentId, actor, before);
  return moved ? { documentId: label.documentId } : 'not-the-last';
}

async function findLabel(database: Queryable, labelId: number): Promise<Label | undefined> {
  const { rows } = await database.query<Label>(
    `select document_id as "documentId", actor, before, undone_at as "undoneAt",
       not exists (select from labels later where later.document_id = labels.document_id and later.id > labels.id) as newest,
       exists (select from work_items where work_items.document_id = labels.document_id and created_at >= labels.at
         and state <> 'open') as busy
     from labels where id = $1`,
    [labelId],
  );
  return rows[0];
}

function putBack(
  database: Database,
  labelId: number,
  documentId: number,
  actor: string,
  before: Snapshot,
): Promise<boolean> {
  const step = {
    ...({ documentId, from: 'routed', to: before.state, actor } as const),
    reason: before.reason ?? undefined,
    details: { undone: labelId },
  };
  return advance(database, step, async (transaction) => {
    await transaction.query('update labels set undone_at = now() where id = $1', [labelId]);
    await restoreSnapshot(transaction, documentId, before);
  });
}
