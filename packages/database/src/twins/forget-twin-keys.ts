import type { Queryable } from '../database.ts';

/** Documents looked at in one call, the oldest first: a call takes a millisecond, and many calls catch up. */
const atOnce = 200;

/**
 * Deletes keys of documents that came in before a day, by which nobody looks for a copy any more. The day of
 * registration counts and not that of receipt: in an old archive the copies lie as near to each other as today.
 */
export async function forgetTwinKeys(database: Queryable, registeredBefore: Date): Promise<void> {
  await database.query(
    `delete from twin_keys using documents
     where documents.id = document_id and created_at < $1
       and document_id < (select min(document_id) from twin_keys) + ${atOnce}`,
    [registeredBefore],
  );
}
