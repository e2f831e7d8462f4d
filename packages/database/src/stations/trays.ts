import type { DocumentState } from '@mailroom/core';
import type { Database, Queryable } from '../database.ts';
import { openBatch, type Sheets } from '../register.ts';
import type { Station } from './stations.ts';

/** A batch of a station: so many sheets were counted into it. */
export interface Tray {
  readonly batchId: number;
  readonly name: string;
  readonly countedSheets: number;
  readonly receivedAt: Date;
  readonly closedAt: Date | null;
  readonly stacks: StackMode;
  /** In the order of their sheets. */
  readonly documents: readonly TrayDocument[];
}

/** How files are taken apart: not at all, at separator sheets, or also where a new letter can be recognised. */
export const stackModes = ['off', 'sheets', 'letters'] as const;
export type StackMode = (typeof stackModes)[number];

export interface TrayDocument {
  /** The station's own name of it. */
  readonly key: string;
  readonly documentId: number;
  readonly sheets: Sheets;
  readonly bytes: number;
  readonly sha256: string;
  readonly state: DocumentState;
  /** German, of a document in review or rejected. */
  readonly reason: string | null;
}

export interface NewTray {
  readonly name: string;
  readonly countedSheets: number;
  /** When its letters came into the house. */
  readonly receivedAt: Date;
  readonly stacks: StackMode;
}

/** Opens the tray, or finds it and corrects its count and its mode while it is open. */
export async function openTray(database: Database, station: Station, tray: NewTray): Promise<Tray> {
  const { name, countedSheets, receivedAt, stacks } = tray;
  const batchId = await openBatch(database, {
    ...{ name: `tray ${station.name}: ${name}`, source: 'upload', receivedAt, station: station.name },
  });
  await database.query(
    `insert into trays (batch_id, station_id, name, counted_sheets, stacks) values ($1, $2, $3, $4, $5)
     on conflict (batch_id) do update set counted_sheets = excluded.counted_sheets, stacks = excluded.stacks
       where exists (select from batches where id = $1 and closed_at is null)`,
    [batchId, station.id, name, countedSheets, stacks],
  );
  const opened = await loadTray(database, station.id, name);
  if (!opened) throw new Error(`tray ${name} of ${station.name} vanished`);
  return opened;
}

export async function loadTray(
  database: Queryable,
  stationId: number,
  name: string,
): Promise<Tray | undefined> {
  const { rows } = await database.query<Omit<Tray, 'documents'>>(
    `select batch_id as "batchId", trays.name, counted_sheets as "countedSheets", received_at as "receivedAt",
       closed_at as "closedAt", stacks
     from trays join batches on batches.id = batch_id where station_id = $1 and trays.name = $2`,
    [stationId, name],
  );
  const row = rows[0];
  return row && { ...row, documents: await documentsOf(database, row.batchId) };
}

async function documentsOf(database: Queryable, batchId: number): Promise<readonly TrayDocument[]> {
  const { rows } = await database.query<TrayDocument>(
    `select path as key, document_id as "documentId", arrivals.bytes, sha256, state, reason,
       json_build_object('first', first_sheet, 'last', last_sheet) as sheets
     from arrivals join documents on documents.id = document_id
     where arrivals.batch_id = $1 and first_sheet is not null order by first_sheet, arrivals.id`,
    [batchId],
  );
  return rows;
}

/** Names of the trays that the station has not closed, the oldest first. */
export async function openTrayNames(database: Queryable, stationId: number): Promise<readonly string[]> {
  const { rows } = await database.query<{ name: string }>(
    `select trays.name from trays join batches on batches.id = batch_id
     where station_id = $1 and closed_at is null order by batch_id`,
    [stationId],
  );
  return rows.map(({ name }) => name);
}

/**
 * Closes the tray when `isComplete` says so of what has come in by now; nothing can come in between. Returns the
 * tray as it then is, closed or still open.
 */
export async function closeTray(
  database: Database,
  stationId: number,
  name: string,
  isComplete: (tray: Tray) => boolean,
): Promise<Tray | undefined> {
  return database.transaction(async (transaction) => {
    await transaction.query(
      `select from batches where id = (select batch_id from trays where station_id = $1 and name = $2) for update`,
      [stationId, name],
    );
    const tray = await loadTray(transaction, stationId, name);
    if (!tray || tray.closedAt || !isComplete(tray)) return tray;
    await transaction.query('update batches set closed_at = now() where id = $1', [tray.batchId]);
    return loadTray(transaction, stationId, name);
  });
}
