import type { Channel } from '@mailroom/core';
import type { Queryable } from '../database.ts';
import type { Doubt } from '../load.ts';

/** A document with all that its route was decided on. */
export interface SampledDecision {
  readonly documentId: number;
  readonly fileName: string;
  readonly channel: Channel;
  readonly receivedAt: Date;
  /** Most important first. */
  readonly intents: readonly string[];
  readonly customerNumber: string | null;
  readonly doubts: readonly Doubt[];
  readonly text: string;
}

/**
 * Documents that came in during the last days, at most `limit`: drawn by their hash, so at random, and the same
 * ones when asked again.
 */
export async function sampleDecisions(
  database: Queryable,
  { days, limit }: { days: number; limit: number },
): Promise<readonly SampledDecision[]> {
  const { rows } = await database.query<SampledDecision>(
    `with sample as (
       select id, file_name, channel, received_at from documents
       where created_at >= now() - make_interval(days => $1) and state in ('routed', 'review') order by sha256 limit $2)
     select sample.id as "documentId", file_name as "fileName", channel, received_at as "receivedAt",
       array(select intent from intents where document_id = sample.id and chosen order by position) as intents,
       (select customer_number from account_links where document_id = sample.id and linked limit 1) as "customerNumber",
       coalesce((select json_agg(json_build_object('stage', stage, 'reason', reason)) from doubts
         where document_id = sample.id), '[]') as doubts,
       coalesce((select text from document_texts where document_id = sample.id), '') as text
     from sample order by sample.id`,
    [days, limit],
  );
  return rows;
}

/** How much came in during the last days that was delivered or lies in review. */
export async function countDecisions(database: Queryable, days: number): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `select count(*) as count from documents
     where created_at >= now() - make_interval(days => $1) and state in ('routed', 'review')`,
    [days],
  );
  return rows[0]?.count ?? 0;
}
