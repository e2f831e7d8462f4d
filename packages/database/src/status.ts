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

/** Names of batches whose arrivals are not each in exactly one state: counted in = routed + review + rejected + in work. */
export async function unbalancedBatches(database: Queryable): Promise<readonly string[]> {
  const { rows } = await database.query<{ name: string }>(
    `select name from batches where closed_at is not null and counted_in is distinct from
       (select count(*) from arrivals join documents on documents.id = document_id where arrivals.batch_id = batches.id)
     order by name`,
  );
  return rows.map((row) => row.name);
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
