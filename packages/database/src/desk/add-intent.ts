import type { Database, Transaction } from '../database.ts';
import { appendEvent } from '../events.ts';
import { insertRows } from '../insert-rows.ts';
import { type NewWorkItem, workRows } from '../save-results.ts';
import { saveLabel } from './save-decision.ts';
import { takeSnapshot } from './snapshot.ts';

/** Why a wish cannot be added to a document: it moved on, its work is another document's, or there is such work. */
export type AddRefusal = 'overtaken' | 'is-copy' | 'already-there';

/**
 * Another wish of a delivered letter, that a person found in it: one more work item; all others stay as they are. What
 * the letter asks according to the person is kept as a label, whose id undoes it.
 */
export function addIntent(
  database: Database,
  documentId: number,
  { actor, workItem }: { readonly actor: string; readonly workItem: NewWorkItem },
): Promise<{ label: number } | AddRefusal> {
  return database.transaction(async (transaction) => {
    const { intent, queue, customerNumber } = workItem;
    const document = await lock(transaction, documentId);
    if (document?.state !== 'routed') return 'overtaken';
    if (document.isCopy) return 'is-copy';
    const before = await takeSnapshot(transaction, documentId, 'routed', document.reason);
    if (before.workItems.some((one) => one['intent'] === intent)) return 'already-there';
    const intents = await choose(transaction, documentId, intent);
    await insertRows(transaction, workRows(documentId, [workItem]));
    await appendEvent(transaction, documentId, { kind: 'intent-added', actor, details: { intent, queue } });
    return { label: await saveLabel(transaction, { documentId, actor, intents, customerNumber, before }) };
  });
}

async function lock(transaction: Transaction, documentId: number) {
  const { rows } = await transaction.query<{ state: string; reason: string | null; isCopy: boolean }>(
    'select state, reason, copy_of is not null as "isCopy" from documents where id = $1 for update',
    [documentId],
  );
  return rows[0];
}

/** Marks a wish as a person's word, and gives all that the letter asks. `other` says that it asks nothing. */
async function choose(transaction: Transaction, documentId: number, intent: string): Promise<string[]> {
  await transaction.query("update intents set chosen = false where document_id = $1 and intent = 'other'", [
    documentId,
  ]);
  await transaction.query(
    `insert into intents (document_id, position, intent, confidence, evidence, chosen)
     select $1, coalesce(max(position) + 1, 0), $2, 1, '{}', true from intents where document_id = $1
     on conflict (document_id, intent) do update set chosen = true, confidence = 1`,
    [documentId, intent],
  );
  const { rows } = await transaction.query<{ intent: string }>(
    'select intent from intents where document_id = $1 and chosen order by position',
    [documentId],
  );
  return rows.map((row) => row.intent);
}
