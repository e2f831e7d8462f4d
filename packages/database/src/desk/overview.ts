import type { DocumentState } from '@mailroom/core';
import type { Queryable } from '../database.ts';
import { reviewQueue, type Scope } from './scope.ts';
import { startOfToday } from './supervision.ts';
import { live } from './worklist.ts';

export interface QueueOverview {
  readonly queue: string;
  readonly open: number;
  readonly claimed: number;
  readonly overdue: number;
  /** Due within the next four hours, not yet late. */
  readonly soon: number;
  /** Due later, but within 24 hours. */
  readonly today: number;
  readonly nextDue: Date;
  readonly oldest: Date;
}

export interface Overview {
  /** In work and in review: all there is. Routed and rejected: what became so today. */
  readonly states: readonly {
    readonly state: DocumentState;
    readonly count: number;
    readonly oldest: Date;
  }[];
  readonly queues: readonly QueueOverview[];
  /** Null for whoever does not decide reviews. */
  readonly review: { readonly open: number; readonly oldest: Date | null } | null;
}

/** Counts by state, and the queues inside the scope with their ages. */
export async function overview(
  database: Queryable,
  { queues }: Scope,
  { timeZone }: { timeZone: string },
): Promise<Overview> {
  const reviews = queues === null || queues.includes(reviewQueue);
  const [states, worklists, review] = await Promise.all([
    database.query<Overview['states'][number]>(statesQuery, [timeZone]),
    queueOverviews(database, { queues }),
    reviews ? reviewOverview(database) : null,
  ]);
  return { states: states.rows, queues: worklists, review };
}

/** What was delivered in years is no news, and counting it would take seconds. */
const statesQuery = `
  select state, count(*) as count, min(state_since) as oldest from documents
  where state in ('received', 'read', 'classified', 'indexed', 'review') group by state
  union all
  select state, count(*), min(state_since) from documents
  where state in ('routed', 'rejected') and not is_replaced and state_since >= ${startOfToday} group by state`;

export async function queueOverviews(
  database: Queryable,
  { queues }: Scope,
): Promise<readonly QueueOverview[]> {
  const { rows } = await database.query<QueueOverview>(
    `select queue, count(*) as open, count(*) filter (where ${live}) as claimed,
       count(*) filter (where due_at < now()) as overdue,
       count(*) filter (where due_at >= now() and due_at < now() + interval '4 hours') as soon,
       count(*) filter (where due_at >= now() + interval '4 hours' and due_at < now() + interval '24 hours') as today,
       min(due_at) as "nextDue", min(created_at) as oldest
     from work_items where state <> 'done' and ($1::text[] is null or queue = any($1))
     group by queue order by min(due_at), queue`,
    [queues],
  );
  return rows;
}

async function reviewOverview(database: Queryable): Promise<Overview['review']> {
  const { rows } = await database.query<{ open: number; oldest: Date | null }>(
    `select count(*) as open, min(received_at) as oldest
     from review_items join documents on documents.id = document_id where review_items.state = 'open'`,
  );
  return rows[0] ?? { open: 0, oldest: null };
}
