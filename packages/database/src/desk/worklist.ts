import type { Channel } from '@mailroom/core';
import type { Queryable } from '../database.ts';

export interface WorklistItem {
  readonly id: number;
  readonly documentId: number;
  readonly intent: string;
  readonly queue: string;
  readonly customerNumber: string | null;
  readonly name: string | null;
  readonly dueAt: Date;
  readonly state: 'open' | 'claimed' | 'done';
  readonly claimedBy: string | null;
  readonly channel: Channel;
  readonly fileName: string;
  readonly receivedAt: Date;
  readonly pages: number | null;
}

/** Where a page of a worklist ends; the next one starts behind it. */
export interface WorklistCursor {
  readonly dueAt: Date;
  readonly id: number;
}

/** A claim without any sign of life for so long is open to others. */
export const claimLease = "interval '30 minutes'";

/** Open work of a queue, due first. A claim that idled too long shows as open. */
export async function worklist(
  database: Queryable,
  queue: string,
  { after, limit = 100 }: { after?: WorklistCursor | undefined; limit?: number } = {},
): Promise<readonly WorklistItem[]> {
  const { rows } = await database.query<WorklistItem>(
    `select ${worklistColumns} from ${worklistTables}
     where work_items.queue = $1 and work_items.state <> 'done' and (due_at, work_items.id) > ($2, $3)
     order by due_at, work_items.id limit $4`,
    [queue, after?.dueAt ?? '-infinity', after?.id ?? 0, limit],
  );
  return rows;
}

/** All work of a document, inside and outside of one's own queues. */
export async function workOf(database: Queryable, documentId: number): Promise<readonly WorklistItem[]> {
  const { rows } = await database.query<WorklistItem>(
    `select ${worklistColumns} from ${worklistTables} where work_items.document_id = $1 order by work_items.id`,
    [documentId],
  );
  return rows;
}

/** A claim that has not idled too long. */
export const live = `(work_items.state = 'claimed' and claimed_at > now() - ${claimLease})`;
const worklistColumns = `work_items.id, work_items.document_id as "documentId", intent, queue,
  work_items.customer_number as "customerNumber", link.name, due_at as "dueAt",
  case when work_items.state = 'done' then 'done' when ${live} then 'claimed' else 'open' end as state,
  case when work_items.state = 'done' or ${live} then claimed_by end as "claimedBy",
  channel, file_name as "fileName", received_at as "receivedAt", page_count as pages`;
const worklistTables = `work_items join documents on documents.id = work_items.document_id
  left join account_links link on link.document_id = documents.id and link.linked`;
