import type { Channel } from '@mailroom/core';
import type { Queryable } from '../database.ts';

export interface ReviewEntry {
  readonly documentId: number;
  readonly reason: string;
  readonly stage: string;
  readonly channel: Channel;
  readonly fileName: string;
  readonly receivedAt: Date;
  readonly pages: number | null;
  readonly name: string | null;
  readonly intents: readonly string[];
  readonly claimedBy: string | null;
}

export interface ReviewCursor {
  readonly receivedAt: Date;
  readonly id: number;
}

/** A reviewer who opened an item has it alone for so long. */
const reviewLease = "interval '10 minutes'";
const claim = `case when claimed_at > now() - ${reviewLease} then claimed_by end`;

/** What waits for a person, oldest document first. */
export async function reviewList(
  database: Queryable,
  { after, limit = 100 }: { after?: ReviewCursor | undefined; limit?: number } = {},
): Promise<readonly ReviewEntry[]> {
  const { rows } = await database.query<ReviewEntry>(
    `select documents.id as "documentId", review_items.reason, stage, channel, file_name as "fileName",
       received_at as "receivedAt", page_count as pages, link.name,
       array(select intent from intents where document_id = documents.id and chosen order by position) as intents,
       ${claim} as "claimedBy"
     from review_items join documents on documents.id = review_items.document_id
       left join account_links link on link.document_id = documents.id and link.linked
     where review_items.state = 'open' and (received_at, documents.id) > ($1, $2)
     order by received_at, documents.id limit $3`,
    [after?.receivedAt ?? '-infinity', after?.id ?? 0, limit],
  );
  return rows;
}

/** The oldest review item that `$1` can have, except those of `$2`. */
const nextFor = `select review_items.document_id from review_items join documents on documents.id = review_items.document_id
  where review_items.state = 'open' and not review_items.document_id = any($2) and coalesce(${claim}, $1) = $1
  order by received_at, documents.id limit 1`;

/** Takes the oldest review item that nobody else has, except `skip`; undefined when nothing is left. */
export async function takeNextReview(
  database: Queryable,
  actor: string,
  skip: readonly number[] = [],
): Promise<number | undefined> {
  const { rows } = await database.query<{ id: number }>(
    `update review_items set claimed_by = $1, claimed_at = now()
     where document_id = (${nextFor} for update of review_items skip locked) returning document_id as id`,
    [actor, skip],
  );
  return rows[0]?.id;
}

/** Takes one item. False when another reviewer has it, or it is decided. */
export async function takeReview(database: Queryable, documentId: number, actor: string): Promise<boolean> {
  const { rowCount } = await database.query(
    `update review_items set claimed_by = $2, claimed_at = now()
     where document_id = $1 and state = 'open' and coalesce(${claim}, $2) = $2`,
    [documentId, actor],
  );
  return Boolean(rowCount);
}

/** What takeNextReview would take, left where it is. */
export async function upcomingReview(
  database: Queryable,
  actor: string,
  skip: readonly number[],
): Promise<number | undefined> {
  const { rows } = await database.query<{ document_id: number }>(nextFor, [actor, skip]);
  return rows[0]?.document_id;
}

/** Who has an item right now, if anybody. */
export async function reviewerOf(database: Queryable, documentId: number): Promise<string | undefined> {
  const { rows } = await database.query<{ actor: string | null }>(
    `select ${claim} as actor from review_items where document_id = $1 and state = 'open'`,
    [documentId],
  );
  return rows[0]?.actor ?? undefined;
}

/** Leaves items to others. */
export async function releaseReviews(
  database: Queryable,
  documentIds: readonly number[],
  actor: string,
): Promise<void> {
  await database.query(
    'update review_items set claimed_by = null, claimed_at = null where document_id = any($1) and claimed_by = $2',
    [documentIds, actor],
  );
}

export async function countReviews(database: Queryable): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    "select count(*) as count from review_items where state = 'open'",
  );
  return rows[0]?.count ?? 0;
}
