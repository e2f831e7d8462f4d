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
