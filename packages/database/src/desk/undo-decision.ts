import type { DocumentState } from '@mailroom/core';
import { advanceIn } from '../advance.ts';
import type { Database, Transaction } from '../database.ts';
import { restoreSnapshot, type Snapshot, snapshotSchema } from './snapshot.ts';

/** Why a decision cannot be taken back. */
export type UndoRefusal = 'not-yours' | 'already-undone' | 'not-the-last' | 'in-work';

interface Label {
  readonly documentId: number;
  readonly actor: string;
  readonly before: unknown;
  readonly undoneAt: Date | null;
  /** The document's. */
  readonly state: DocumentState;
  readonly newest: boolean;
  /** Whether somebody already works on what the decision delivered. */
  readonly busy: boolean;
}

/**
 * Takes back one's own last decision about a document, as long as nobody works on what it delivered. Putting it back
 * into review is for those who may decide there.
 */
export function undoDecision(
  database: Database,
  labelId: number,
  { actor, mayReview }: { readonly actor: string; readonly mayReview: boolean },
): Promise<{ documentId: number } | UndoRefusal> {
  return database.transaction(async (transaction) => {
    // First of all, so that no work comes to the document between the look and the deed: it would go as well.
    await lockDocumentOf(transaction, labelId);
    const label = await findLabel(transaction, labelId);
    if (label?.actor !== actor) return 'not-yours';
    if (label.undoneAt) return 'already-undone';
    if (!label.newest || label.state !== 'routed') return 'not-the-last';
    if (label.busy) return 'in-work';
    const before = snapshotSchema.parse(label.before);
    if (before.state === 'review' && !mayReview) return 'not-yours';
    await putBack(transaction, labelId, label.documentId, actor, before);
    return { documentId: label.documentId };
  });
}

async function lockDocumentOf(transaction: Transaction, labelId: number): Promise<void> {
  await transaction.query(
    'select from documents where id = (select document_id from labels where id = $1) for update',
    [labelId],
  );
}

async function findLabel(transaction: Transaction, labelId: number): Promise<Label | undefined> {
  const { rows } = await transaction.query<Label>(
    `select document_id as "documentId", actor, before, undone_at as "undoneAt",
       (select state from documents where documents.id = document_id) as state,
       not exists (select from labels later where later.document_id = labels.document_id and later.id > labels.id) as newest,
       exists (select from work_items where work_items.document_id = labels.document_id and created_at >= labels.at
         and state <> 'open') as busy
     from labels where id = $1`,
    [labelId],
  );
  return rows[0];
}

function putBack(
  transaction: Transaction,
  labelId: number,
  documentId: number,
  actor: string,
  before: Snapshot,
): Promise<void> {
  const step = {
    ...({ documentId, from: 'routed', to: before.state, actor } as const),
    reason: before.reason ?? undefined,
    details: { undone: labelId },
  };
  return advanceIn(transaction, step, async () => {
    await transaction.query('update labels set undone_at = now() where id = $1', [labelId]);
    await restoreSnapshot(transaction, documentId, before);
  });
}
