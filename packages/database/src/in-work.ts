import type { DocumentState } from '@mailroom/core';
import type { Queryable } from './database.ts';

/** A document that waits for its next stage. */
export interface Waiting {
  readonly id: number;
  readonly state: DocumentState;
  readonly priority: number;
}

/** Documents in `state` that are due for an attempt, oldest first, after `afterId`. */
export async function waitingIn(
  database: Queryable,
  state: DocumentState,
  { afterId = 0, limit = 1000 } = {},
): Promise<readonly Waiting[]> {
  const { rows } = await database.query<Waiting>(
    `select id, state, priority from documents
     where state = $1 and id > $2 and not_before <= now() order by id limit $3`,
    [state, afterId, limit],
  );
  return rows;
}

export async function countWaiting(database: Queryable, state: DocumentState): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    'select count(*) as count from documents where state = $1',
    [state],
  );
  return rows[0]?.count ?? 0;
}

/** How many documents of a batch are in work. */
export async function countInWork(database: Queryable, batchId?: number): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `select count(distinct documents.id) as count from documents
     ${batchId === undefined ? '' : 'join arrivals on arrivals.document_id = documents.id and arrivals.batch_id = $1'}
     where state in ('received', 'read', 'classified', 'indexed')`,
    batchId === undefined ? [] : [batchId],
  );
  return rows[0]?.count ?? 0;
}
