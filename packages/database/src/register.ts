import type { Channel } from '@mailroom/core';
import { type Database, runAll, type Transaction } from './database.ts';
import { appendEvent } from './events.ts';
import { saveDoubt } from './save-results.ts';

export interface NewBatch {
  readonly name: string;
  readonly source: 'backfill' | 'folder' | 'upload' | 'fax' | 'email';
  readonly receivedAt: Date;
  readonly station?: string | undefined;
}

/** A file that came in; its bytes are already in the blob store under `sha256`. */
export interface Arrival {
  readonly batchId: number;
  /** Where it came from, unique within the batch. */
  readonly path: string;
  readonly bytes: number;
  readonly modifiedMs: number;
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly channel: Channel;
  readonly receivedAt: Date;
  readonly sender?: string | undefined;
  /** Smaller is sooner. */
  readonly priority: number;
  /** Why a person should look at it whatever the stages find. */
  readonly doubt?: string | undefined;
  /** Files with the same key are the same document although their bytes differ. */
  readonly contentKey?: string | undefined;
  /** What the channel knows of it; kept with the arrival and in the event. */
  readonly facts?: ArrivalFacts | undefined;
  /** Its place in the tray, from 1, both included. */
  readonly sheets?: Sheets | undefined;
  /** Several letters without separator sheets: they are told apart when it is read. */
  readonly isStack?: boolean | undefined;
}

export type ArrivalFacts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export interface Sheets {
  readonly first: number;
  readonly last: number;
}

export interface Registration {
  readonly documentId: number;
  /** False when the same bytes or the same content key came in before. */
  readonly isNew: boolean;
}

/** Finds or opens the batch of that name. */
export async function openBatch(database: Database, batch: NewBatch): Promise<number> {
  const { rows } = await database.query<{ id: number }>(
    `insert into batches (name, source, station, received_at) values ($1, $2, $3, $4)
     on conflict (name) do update set name = excluded.name returning id`,
    [batch.name, batch.source, batch.station ?? null, batch.receivedAt],
  );
  const row = rows[0];
  if (!row) throw new Error('insert returned no row');
  return row.id;
}

/** Records that a file came in; the same bytes again are the same document, also while the first is in work. */
export async function register(database: Database, arrival: Arrival): Promise<Registration> {
  return database.transaction((transaction) => registerIn(transaction, arrival));
}

/** The same within a transaction, for channels that record something of their own with it. */
export async function registerIn(transaction: Transaction, arrival: Arrival): Promise<Registration> {
  const created = await insertDocument(transaction, arrival);
  const documentId = created ?? (await findKnown(transaction, arrival));
  if (await insertArrival(transaction, documentId, arrival)) {
    await appendEvent(transaction, documentId, {
      kind: created ? 'received' : 'received-again',
      actor: 'ingest',
      details: detailsOf(arrival),
    });
  }
  if (created) await runAll(transaction, saveDoubt(documentId, 'ingest', arrival.doubt));
  return { documentId, isNew: created !== undefined };
}

function detailsOf({ path, channel, bytes, receivedAt, contentKey, sha256, facts }: Arrival) {
  return {
    ...{ path, channel, bytes, receivedAt: receivedAt.toISOString() },
    // Without a key the bytes are the document; with one, this copy may be another.
    ...(contentKey === undefined ? {} : { sha256 }),
    ...(facts && Object.keys(facts).length > 0 ? { facts } : {}),
  };
}

/** Returns false when this arrival was recorded before. */
async function insertArrival(
  transaction: Transaction,
  documentId: number,
  { batchId, path, bytes, modifiedMs, facts = {}, sheets }: Arrival,
): Promise<boolean> {
  const { rowCount } = await transaction.query(
    `insert into arrivals (batch_id, document_id, path, bytes, modified_ms, facts, first_sheet, last_sheet)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (batch_id, path) do update
       set document_id = excluded.document_id, bytes = excluded.bytes, modified_ms = excluded.modified_ms,
         facts = excluded.facts
       where arrivals.document_id <> excluded.document_id`,
    [
      ...[batchId, documentId, path, bytes, modifiedMs, JSON.stringify(facts)],
      ...[sheets?.first ?? null, sheets?.last ?? null],
    ],
  );
  return Boolean(rowCount);
}

async function insertDocument(transaction: Transaction, arrival: Arrival): Promise<number | undefined> {
  const { rows } = await transaction.query<{ id: number }>(
    `insert into documents
       (sha256, bytes, file_name, media_type, channel, batch_id, sender, received_at, priority, content_key, is_stack,
        state, last_event_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'received', $1)
     on conflict do nothing returning id`,
    [
      arrival.sha256,
      arrival.bytes,
      arrival.fileName,
      arrival.mediaType,
      arrival.channel,
      arrival.batchId,
      arrival.sender ?? null,
      arrival.receivedAt,
      arrival.priority,
      arrival.contentKey ?? null,
      arrival.isStack ?? false,
    ],
  );
  return rows[0]?.id;
}

/** The same bytes go before the same key. */
async function findKnown(transaction: Transaction, { sha256, contentKey }: Arrival): Promise<number> {
  const { rows } = await transaction.query<{ id: number }>(
    'select id from documents where sha256 = $1 or content_key = $2 order by sha256 = $1 desc limit 1',
    [sha256, contentKey ?? null],
  );
  const row = rows[0];
  if (!row) throw new Error(`document ${sha256} vanished`);
  return row.id;
}

/** What is known of a path of a batch, so that an unchanged file need not be read again. */
export async function findArrival(
  database: Database,
  batchId: number,
  path: string,
): Promise<{ documentId: number; bytes: number; modifiedMs: number } | undefined> {
  const { rows } = await database.query<{ documentId: number; bytes: number; modifiedMs: number }>(
    `select document_id as "documentId", bytes, modified_ms as "modifiedMs" from arrivals
     where batch_id = $1 and path = $2`,
    [batchId, path],
  );
  return rows[0];
}
