import type { Database } from '../database.ts';
import { appendEvent } from '../events.ts';

/** A remark on a document, for everybody who opens it later. */
export async function addNote(
  database: Database,
  documentId: number,
  { actor, text }: { actor: string; text: string },
): Promise<void> {
  await database.transaction((transaction) =>
    appendEvent(transaction, documentId, { kind: 'note', actor, details: { text } }),
  );
}
