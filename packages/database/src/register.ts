import type { Channel } from '@mailroom/core';
import type { Database, Statement, Transaction } from './database.ts';
import { type Row, toJson } from './insert-rows.ts';

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

/**
 * Records that files came in, all of them or none; the same bytes again are the same document, also while the first
 * is in work. A registration for each, in order.
 */
export async function registerAll(
  database: Database,
  arrivals: readonly Arrival[],
): Promise<readonly Registration[]> {
  return inOrder(await database.call<Registered>(registering(arrivals)));
}

export async function register(database: Database, arrival: Arrival): Promise<Registration> {
  return theOnly(await registerAll(database, [arrival]));
}

/** The same within a transaction, for channels that record something of their own with it. */
export async function registerIn(transaction: Transaction, arrival: Arrival): Promise<Registration> {
  const { text, values } = registering([arrival]);
  return theOnly(inOrder((await transaction.query<Registered>(text, values)).rows));
}

interface Registered extends Registration {
  readonly place: number;
}

function registering(arrivals: readonly Arrival[]): Statement {
  return {
    text: 'select place, document as "documentId", is_new as "isNew" from register_arrivals($1)',
    values: [toJson(arrivals.map(rowOf))],
  };
}

function inOrder(registered: readonly Registered[]): readonly Registration[] {
  return registered
    .toSorted((one, other) => one.place - other.place)
    .map(({ documentId, isNew }) => ({ documentId, isNew }));
}

function theOnly([registration]: readonly Registration[]): Registration {
  if (!registration) throw new Error('an arrival was not registered');
  return registration;
}

function rowOf(arrival: Arrival): Row {
  return {
    batch_id: arrival.batchId,
    path: arrival.path,
    bytes: arrival.bytes,
    modified_ms: arrival.modifiedMs,
    sha256: arrival.sha256,
    file_name: arrival.fileName,
    media_type: arrival.mediaType,
    channel: arrival.channel,
    sender: arrival.sender,
    received_at: arrival.receivedAt,
    priority: arrival.priority,
    content_key: arrival.contentKey,
    is_stack: arrival.isStack ?? false,
    facts: arrival.facts ?? {},
    first_sheet: arrival.sheets?.first,
    last_sheet: arrival.sheets?.last,
    doubt: arrival.doubt,
    details: detailsOf(arrival),
  };
}

function detailsOf({ path, channel, bytes, receivedAt, contentKey, sha256, facts }: Arrival) {
  return {
    ...{ path, channel, bytes, receivedAt: receivedAt.toISOString() },
    // Without a key the bytes are the document; with one, this copy may be another.
    ...(contentKey === undefined ? {} : { sha256 }),
    ...(facts && Object.keys(facts).length > 0 ? { facts } : {}),
  };
}

/** What is known of paths of a batch, so that an unchanged file need not be read again. */
export async function findArrivals(
  database: Database,
  batchId: number,
  paths: readonly string[],
): Promise<ReadonlyMap<string, KnownArrival>> {
  const rows = await database.call<KnownArrival & { path: string }>({
    text: `select path, bytes, modified_ms as "modifiedMs" from arrivals where batch_id = $1 and path = any($2)`,
    values: [batchId, paths],
  });
  return new Map(rows.map((row) => [row.path, row]));
}

export interface KnownArrival {
  readonly bytes: number;
  readonly modifiedMs: number;
}
