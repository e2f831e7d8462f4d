import type { DocumentState } from '@mailroom/core';
import type { Queryable } from './database.ts';

/** A document that waits for its next stage. */
export interface Waiting {
  readonly id: number;
  readonly state: DocumentState;
  readonly priority: number;
}

/** How much waits for a stage, live mail and backfill apart. */
export interface Workload {
  readonly state: DocumentState;
  readonly backfill: boolean;
  readonly waiting: number;
  /** Since the oldest came in. */
  readonly oldestSeconds: number;
}

/** Priorities above `live` are backfill. */
export async function workload(database: Queryable, live: number): Promise<readonly Workload[]> {
  const { rows } = await database.query<Workload>(
    `select state, priority > $1 as backfill, count(*) as waiting,
       extract(epoch from now() - min(created_at))::float8 as "oldestSeconds"
     from documents where state in ('received', 'read', 'classified', 'indexed') group by 1, 2`,
    [live],
  );
  return rows;
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

/**
 * Documents with a priority above `live` that came in before `before` get that of live mail; what of them waits is
 * returned.
 */
export async function raiseOverdue(
  database: Queryable,
  live: number,
  before: Date,
): Promise<readonly Waiting[]> {
  const { rows } = await database.query<Waiting>(
    `update documents set priority = $1
     where state in ('received', 'read', 'classified', 'indexed') and priority > $1 and created_at < $2
     returning id, state, priority`,
    [live, before],
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

/** How many documents are in work, of a batch or altogether. */
export async function countInWork(database: Queryable, batchId?: number): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `select count(*) as count from documents where state in ('received', 'read', 'classified', 'indexed')
     ${batchId === undefined ? '' : 'and exists (select from arrivals where document_id = documents.id and arrivals.batch_id = $1)'}`,
    batchId === undefined ? [] : [batchId],
  );
  return rows[0]?.count ?? 0;
}
