import type { Channel, DocumentState, Likeness } from '@mailroom/core';
import type { Queryable, Transaction } from '../database.ts';
import { appendEvent } from '../events.ts';

/** A settled document as the one that was found to be the same letter needs to know it. */
export interface KnownTwin {
  readonly id: number;
  readonly channel: Channel;
  readonly receivedAt: Date;
  readonly receiptDate: string | null;
  readonly state: DocumentState;
  readonly copyOf: number | null;
  readonly customerNumber: string | null;
  /** What it was taken to ask for. */
  readonly intents: readonly string[];
  /** What there is work for. */
  readonly workIntents: readonly string[];
  /** Whether there was work, and all of it is done. */
  readonly isDone: boolean;
  /** The stages that have doubts about it. */
  readonly doubtedBy: readonly string[];
}

/** Without stacks that were taken apart: their letters are elsewhere. */
export async function loadTwins(database: Queryable, ids: readonly number[]): Promise<readonly KnownTwin[]> {
  const { rows } = await database.query<KnownTwin>(
    `select id, channel, received_at as "receivedAt", receipt_date as "receiptDate", state, copy_of as "copyOf",
       (select customer_number from account_links where document_id = documents.id and linked) as "customerNumber",
       array(select intent from intents where document_id = documents.id and chosen order by position) as intents,
       array(select intent from work_items where document_id = documents.id order by id) as "workIntents",
       coalesce((select bool_and(state = 'done') from work_items where document_id = documents.id), false) as "isDone",
       array(select stage from doubts where document_id = documents.id) as "doubtedBy"
     from documents where id = any($1) and not is_replaced order by id`,
    [ids],
  );
  return rows;
}

/** Locks a document until the transaction ends. False when it is no longer in `state`, or has become a copy. */
export async function holdTwin(
  transaction: Transaction,
  { id, state, copyOf }: Pick<KnownTwin, 'id' | 'state' | 'copyOf'>,
): Promise<boolean> {
  const { rowCount } = await transaction.query(
    'select from documents where id = $1 and state = $2 and copy_of is not distinct from $3 for update',
    [id, state, copyOf],
  );
  return Boolean(rowCount);
}

export interface FoundTwin {
  readonly id: number;
  readonly channel: Channel;
  readonly receivedAt: Date;
  readonly likeness: Likeness;
}

/** Links a document to those that were known before; both histories say so. */
export async function saveTwins(
  transaction: Transaction,
  document: Omit<FoundTwin, 'likeness'>,
  twins: readonly FoundTwin[],
): Promise<void> {
  for (const twin of twins) {
    await transaction.query('insert into twins (document_id, other_id, likeness) values ($1, $2, $3)', [
      ...[document.id, twin.id, twin.likeness],
    ]);
    await appendEvent(transaction, document.id, eventAbout(twin, twin.likeness));
    await appendEvent(transaction, twin.id, eventAbout(document, twin.likeness));
  }
}

function eventAbout({ id, channel, receivedAt }: Omit<FoundTwin, 'likeness'>, likeness: Likeness) {
  const details = { document: id, channel, receivedAt: receivedAt.toISOString() };
  return { kind: likeness === 'same' ? 'came-twice' : 'perhaps-twice', actor: 'route', details };
}

/** The document has no work of its own: that of `leadId` is for both. */
export async function makeCopy(
  transaction: Transaction,
  documentId: number,
  { leadId, reason }: { leadId: number; reason: string },
): Promise<void> {
  await transaction.query('update documents set copy_of = $2, reason = $3 where id = $1', [
    ...[documentId, leadId, reason],
  ]);
  await appendEvent(transaction, documentId, { kind: 'copy', actor: 'route', details: { of: leadId } });
}

/** The same for a document that waited in review, and for the copies it had itself. */
export async function settleAsCopy(
  transaction: Transaction,
  documentId: number,
  lead: { leadId: number; reason: string },
): Promise<void> {
  await transaction.query(
    "update documents set state = 'routed', state_since = now() where id = $1 and state = 'review'",
    [documentId],
  );
  await transaction.query(
    "update review_items set state = 'done', done_at = now(), claimed_by = null where document_id = $1",
    [documentId],
  );
  await makeCopy(transaction, documentId, lead);
  await appendEvent(transaction, documentId, {
    kind: 'routed',
    actor: 'route',
    details: { copyOf: lead.leadId },
  });
  await transaction.query('update documents set copy_of = $2, reason = $3 where copy_of = $1', [
    ...[documentId, lead.leadId, lead.reason],
  ]);
}

/** Moves the receipt date to an earlier one, and with it what is still to be done; `dues` says when by intent. */
export async function moveReceiptDate(
  transaction: Transaction,
  documentId: number,
  { date, because, dues }: { date: string; because: number; dues: ReadonlyMap<string, Date> },
): Promise<void> {
  const { rowCount } = await transaction.query(
    'update documents set receipt_date = $2 where id = $1 and receipt_date > $2',
    [documentId, date],
  );
  if (!rowCount) return;
  await transaction.query(
    `update work_items set due_at = least(work_items.due_at, earlier.due_at)
     from unnest($2::text[], $3::timestamptz[]) as earlier (intent, due_at)
     where document_id = $1 and work_items.intent = earlier.intent and state <> 'done'`,
    [documentId, [...dues.keys()], [...dues.values()]],
  );
  await appendEvent(transaction, documentId, {
    kind: 'received-earlier',
    actor: 'route',
    details: { date, document: because },
  });
}
