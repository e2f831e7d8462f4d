import type { Channel, DocumentState } from '@mailroom/core';
import { advance } from '../advance.ts';
import type { Database, Queryable } from '../database.ts';
import { loadDocument } from '../load.ts';

export interface Failure {
  readonly documentId: number;
  readonly fileName: string;
  readonly channel: Channel;
  readonly state: DocumentState;
  readonly reason: string | null;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly since: Date;
}

/** What was rejected, what fails again and again, and what a stage gave up and left to a person; newest first. */
export async function failures(
  database: Queryable,
  { before, limit }: { before: number | undefined; limit: number },
): Promise<readonly Failure[]> {
  const { rows } = await database.query<Failure>(
    `select id as "documentId", file_name as "fileName", channel, state, reason, attempts, last_error as "lastError",
       state_since as since
     from documents where id in (${failed('documents', 'id', "state = 'rejected' and not is_replaced")}
       union ${failed('documents', 'id', "attempts > 0 and state in ('received', 'read', 'classified', 'indexed')")}
       union ${failed('review_items', 'document_id', "state = 'open' and stage in ('ocr', 'classify', 'index')")})
     order by id desc limit $2`,
    [before ?? null, limit],
  );
  return rows;
}

/** Each kind by itself and no more of it than are shown, so that an index answers however many letters there are. */
const failed = (table: string, id: string, condition: string) =>
  `(select ${id} from ${table} where ${condition} and ($1::bigint is null or ${id} < $1) order by ${id} desc limit $2)`;

/** Puts a rejected or doubtful document through all stages again. False when it is in work or delivered. */
export async function replay(database: Database, documentId: number, actor: string): Promise<boolean> {
  const document = await loadDocument(database, documentId);
  if (document?.state !== 'rejected' && document?.state !== 'review') return false;
  if (await isReplaced(database, documentId)) return false;
  const step = { documentId, from: document.state, to: 'received', actor } as const;
  return advance(database, { ...step, details: { replay: true } }, async (transaction) => {
    await transaction.query(
      "update review_items set state = 'done', done_at = now() where document_id = $1",
      [documentId],
    );
    // Open work of an earlier delivery would hide what the new reading finds.
    await transaction.query("delete from work_items where document_id = $1 and state <> 'done'", [
      documentId,
    ]);
  });
}

/** Its pages are in work as other documents: put through again they would be there twice. */
async function isReplaced(database: Queryable, documentId: number): Promise<boolean> {
  const { rowCount } = await database.query('select from documents where id = $1 and is_replaced', [
    documentId,
  ]);
  return Boolean(rowCount);
}
