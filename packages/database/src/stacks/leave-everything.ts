import type { Transaction } from '../database.ts';

/** What no list, queue or search may show any more, because its pages are elsewhere; what was read of it stays. */
export async function leaveEverything(transaction: Transaction, documentId: number): Promise<void> {
  await transaction.query('update documents set is_replaced = true where id = $1', [documentId]);
  await transaction.query("delete from work_items where document_id = $1 and state = 'open'", [documentId]);
  await transaction.query(
    "update review_items set state = 'done', done_at = now() where document_id = $1 and state = 'open'",
    [documentId],
  );
}
