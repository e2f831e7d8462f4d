import type { Channel, DocumentState } from '@mailroom/core';
import type { Queryable } from '../database.ts';
import { type Scope, visible } from './scope.ts';

/** Whether a document exists and lies inside the scope. */
export async function maySee(database: Queryable, documentId: number, { queues }: Scope): Promise<boolean> {
  const { rowCount } = await database.query(`select from documents where id = $1 and ${visible('$2')}`, [
    documentId,
    queues,
  ]);
  return Boolean(rowCount);
}

export interface RelatedDocument {
  readonly documentId: number;
  readonly channel: Channel;
  readonly state: DocumentState;
  readonly fileName: string;
  readonly receivedAt: Date;
  readonly intents: readonly string[];
}

/** What else a customer wrote, newest first, of all channels. */
export async function documentsOfCustomer(
  database: Queryable,
  customerNumber: string,
  { queues }: Scope,
): Promise<readonly RelatedDocument[]> {
  const { rows } = await database.query<RelatedDocument>(
    `select documents.id as "documentId", channel, documents.state, file_name as "fileName", received_at as "receivedAt",
       array(select intent from intents where document_id = documents.id and chosen order by position) as intents
     from account_links join documents on documents.id = account_links.document_id
     where customer_number = $1 and linked and not is_replaced and ${visible('$2')}
     order by received_at desc, documents.id desc limit 50`,
    [customerNumber, queues],
  );
  return rows;
}

export interface ArrivalRecord {
  readonly path: string;
  readonly batch: string;
  readonly arrivedAt: Date;
}

/** Every time the same bytes came in. */
export async function arrivalsOf(database: Queryable, documentId: number): Promise<readonly ArrivalRecord[]> {
  const { rows } = await database.query<ArrivalRecord>(
    `select path, batches.name as batch, arrived_at as "arrivedAt" from arrivals join batches on batches.id = batch_id
     where document_id = $1 order by arrivals.id limit 50`,
    [documentId],
  );
  return rows;
}

export async function senderOf(
  database: Queryable,
  documentId: number,
): Promise<{ sender: string | null; bytes: number; lastError: string | null } | undefined> {
  const { rows } = await database.query<{ sender: string | null; bytes: number; lastError: string | null }>(
    'select sender, bytes, last_error as "lastError" from documents where id = $1',
    [documentId],
  );
  return rows[0];
}
