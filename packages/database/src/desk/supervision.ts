import type { Channel } from '@mailroom/core';
import type { Queryable } from '../database.ts';

export interface Supervision {
  /** Per hour of today. */
  readonly flow: readonly { readonly hour: number; readonly channel: Channel; readonly came: number }[];
  readonly outcomes: readonly {
    readonly hour: number;
    readonly routed: number;
    readonly review: number;
    readonly rejected: number;
  }[];
  /** Per day on which documents came in, oldest first. */
  readonly days: readonly {
    readonly day: string;
    readonly settled: number;
    /** Delivered without a person. */
    readonly automatic: number;
    /** Delivered by the machine and later corrected. */
    readonly corrected: number;
  }[];
  readonly intents: readonly { readonly day: string; readonly intent: string; readonly count: number }[];
  /** What is open and due by hour, the next four hours and what is late already (hour 0). */
  readonly becomingLate: readonly { readonly hour: number; readonly queue: string; readonly count: number }[];
  readonly finishedToday: number;
}

/** The figures of a supervisor's morning; days and hours in `timeZone`. */
export async function supervision(
  database: Queryable,
  { timeZone, days = 14 }: { timeZone: string; days?: number },
): Promise<Supervision> {
  const [flow, outcomes, byDay, intents, becomingLate, finished] = await Promise.all([
    database.query<Supervision['flow'][number]>(flowQuery, [timeZone]),
    database.query<Supervision['outcomes'][number]>(outcomesQuery, [timeZone]),
    database.query<Supervision['days'][number]>(daysQuery, [timeZone, days]),
    database.query<Supervision['intents'][number]>(intentsQuery, [timeZone, days]),
    database.query<Supervision['becomingLate'][number]>(lateQuery),
    database.query<{ count: number }>(
      `select count(*) as count from work_items where state = 'done' and done_at >= ${startOfToday}`,
      [timeZone],
    ),
  ]);
  return {
    ...{ flow: flow.rows, outcomes: outcomes.rows, days: byDay.rows, intents: intents.rows },
    ...{ becomingLate: becomingLate.rows, finishedToday: finished.rows[0]?.count ?? 0 },
  };
}

/** Midnight; `$1` is the time zone. */
export const startOfToday = "(date_trunc('day', now() at time zone $1) at time zone $1)";

const flowQuery = `
  select extract(hour from arrived_at at time zone $1)::int as hour, channel, count(*) as came
  from arrivals join documents on documents.id = document_id
  where arrivals.arrived_at >= ${startOfToday} group by 1, 2 order by 1, 2`;

const outcomesQuery = `
  select extract(hour from state_since at time zone $1)::int as hour,
    count(*) filter (where state = 'routed') as routed, count(*) filter (where state = 'review') as review,
    count(*) filter (where state = 'rejected' and not is_replaced) as rejected
  from documents where state_since >= ${startOfToday} and state in ('routed', 'review', 'rejected')
  group by 1 order by 1`;

const daysQuery = `
  select to_char(documents.created_at at time zone $1, 'YYYY-MM-DD') as day, count(*) as settled,
    count(*) filter (where documents.state = 'routed' and review_items.document_id is null
      and decided.document_id is null) as automatic,
    count(*) filter (where review_items.document_id is null and decided.document_id is not null) as corrected
  from documents left join review_items on review_items.document_id = documents.id
    left join (select distinct document_id from labels where undone_at is null) decided
      on decided.document_id = documents.id
  where documents.created_at >= ${startOfToday} - make_interval(days => $2 - 1)
    and documents.state in ('routed', 'review', 'rejected') and not is_replaced
  group by 1 order by 1`;

const intentsQuery = `
  select to_char(received_at at time zone $1, 'YYYY-MM-DD') as day, intent, count(*) as count
  from documents join intents on intents.document_id = documents.id and chosen
  where received_at >= ${startOfToday} - make_interval(days => $2 - 1) group by 1, 2 order by 1, 2`;

const lateQuery = `
  select case when due_at < now() then 0 else least(4, 1 + floor(extract(epoch from due_at - now()) / 3600))::int end as hour,
    queue, count(*) as count
  from work_items where state <> 'done' and due_at < now() + interval '4 hours' group by 1, 2 order by 1, 2`;
