import { createHash } from 'node:crypto';
import type { Queryable, Transaction } from './database.ts';

/** Something that happened to a document. */
export interface NewEvent {
  readonly kind: string;
  /** A stage ("ocr"), a person, or a command. */
  readonly actor: string;
  readonly details: Record<string, unknown>;
}

export interface DocumentEvent extends NewEvent {
  readonly sequence: number;
  readonly at: Date;
  readonly hash: string;
}

/**
 * Appends to a document's chain. The chain starts from the hash of the original bytes, and its head is kept
 * on the document's row, whose lock the caller's transaction takes here: two writers cannot fork the chain.
 */
export async function appendEvent(
  transaction: Transaction,
  documentId: number,
  event: NewEvent,
): Promise<void> {
  const { rows } = await transaction.query<{ sequence: number; previous: string; at: Date }>(
    `select event_count + 1 as sequence, last_event_hash as previous,
       date_trunc('milliseconds', clock_timestamp()) as at
     from documents where id = $1 for no key update`,
    [documentId],
  );
  const head = rows[0];
  if (!head) throw new RangeError(`document ${documentId} does not exist`);
  const details = JSON.stringify(event.details);
  const hash = hashEvent({ ...event, ...head, documentId, details });
  await transaction.query(
    `with appended as (
       insert into events (document_id, sequence, at, actor, kind, details, previous_hash, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
     ) update documents set event_count = $2, last_event_hash = $8 where id = $1`,
    [documentId, head.sequence, head.at, event.actor, event.kind, details, head.previous, hash],
  );
}

export async function eventsOf(database: Queryable, documentId: number): Promise<readonly DocumentEvent[]> {
  const { rows } = await database.query<DocumentEvent>(
    'select sequence, at, actor, kind, details, hash from events where document_id = $1 order by sequence',
    [documentId],
  );
  return rows;
}

interface HashedEvent {
  readonly documentId: number;
  readonly sequence: number;
  readonly at: Date;
  readonly actor: string;
  readonly kind: string;
  /** The exact JSON text that is stored. */
  readonly details: string;
  readonly previous: string;
}

export function hashEvent(event: HashedEvent): string {
  const { documentId, sequence, at, actor, kind, details, previous } = event;
  return createHash('sha256')
    .update(JSON.stringify([previous, documentId, sequence, at.toISOString(), actor, kind, details]))
    .digest('hex');
}

/** Documents whose chain does not add up: an event changed, removed, inserted or out of order. */
export async function brokenChains(database: Queryable): Promise<readonly number[]> {
  const broken: number[] = [];
  let last = 0;
  for (;;) {
    const { rows } = await database.query<{ id: number; sha256: string; head: string; count: number }>(
      `select id, sha256, last_event_hash as head, event_count as count from documents
       where id > $1 order by id limit 1000`,
      [last],
    );
    if (rows.length === 0) return broken;
    for (const row of rows) if (!(await chainHolds(database, row))) broken.push(row.id);
    last = rows.at(-1)?.id ?? last;
  }
}

async function chainHolds(
  database: Queryable,
  document: { id: number; sha256: string; head: string; count: number },
): Promise<boolean> {
  const { rows } = await database.query<HashedEvent & { hash: string }>(
    `select document_id as "documentId", sequence, at, actor, kind, details::text as details,
       previous_hash as previous, hash
     from events where document_id = $1 order by sequence`,
    [document.id],
  );
  let previous = document.sha256;
  for (const [index, event] of rows.entries()) {
    if (event.sequence !== index + 1 || event.previous !== previous || event.hash !== hashEvent(event))
      return false;
    previous = event.hash;
  }
  return rows.length === document.count && previous === document.head;
}
