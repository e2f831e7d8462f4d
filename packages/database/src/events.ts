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
 * on the document's row, whose lock append_events takes for the transaction: two writers cannot fork the chain.
 */
export async function appendEvent(
  transaction: Transaction,
  documentId: number,
  event: NewEvent,
): Promise<void> {
  await transaction.query('select append_events($1, $2)', [documentId, JSON.stringify([event])]);
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

/** As hash_event in the database computes it when the event is written. */
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
