import type { DocumentState } from '@mailroom/core';
import type { Queryable } from './database.ts';

export interface Status {
  readonly states: readonly {
    readonly state: DocumentState;
    readonly count: number;
    readonly oldest: Date;
  }[];
  readonly queues: readonly {
    readonly queue: string;
    readonly open: number;
    readonly overdue: number;
    readonly nextDue: Date;
  }[];
}

/** Counts by state and queue, with the oldest age and the next due time of each. */
export async function status(database: Queryable): Promise<Status> {
  const states = await database.query<Status['states'][number]>(
    'select state, count(*) as count, min(state_since) as oldest from documents group by state order by state',
  );
  const queues = await database.query<Status['queues'][number]>(
    `select queue, count(*) as open, count(*) filter (where due_at < now()) as overdue, min(due_at) as "nextDue"
     from work_items where state <> 'done' group by queue order by queue`,
  );
  return { states: states.rows, queues: queues.rows };
}

/** What came into a batch, and where it is now: `countedIn` is the sum of the others, or something is lost. */
export interface BatchBalance {
  readonly name: string;
  readonly countedIn: number;
  readonly routed: number;
  readonly review: number;
  readonly rejected: number;
  readonly inWork: number;
}

/** Batches of any channel, open or closed, that do not add up. */
export async function unbalancedBatches(database: Queryable): Promise<readonly BatchBalance[]> {
  const { rows } = await database.query<BatchBalance>(
    `select * from (
       select batches.name, counted_in as "countedIn", count(*) filter (where state = 'routed') as routed,
         count(*) filter (where state = 'review') as review, count(*) filter (where state = 'rejected') as rejected,
         count(*) filter (where state in ('received', 'read', 'classified', 'indexed')) as "inWork"
       from batches left join arrivals on arrivals.batch_id = batches.id
         left join documents on documents.id = arrivals.document_id
       group by batches.id) as balances
     where "countedIn" <> routed + review + rejected + "inWork" order by name`,
  );
  return rows;
}

/** Every document's id and the hash of its original, in portions. */
export async function* documentHashes(database: Queryable): AsyncGenerator<{ id: number; sha256: string }> {
  let last = 0;
  for (;;) {
    const { rows } = await database.query<{ id: number; sha256: string }>(
      'select id, sha256 from documents where id > $1 order by id limit 1000',
      [last],
    );
    yield* rows;
    const end = rows.at(-1);
    if (!end) return;
    last = end.id;
  }
}
