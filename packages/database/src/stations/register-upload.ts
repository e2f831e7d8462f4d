import { MailroomError } from '@mailroom/core';
import type { Database, Queryable, Transaction } from '../database.ts';
import { type Arrival, type Registration, registerIn } from '../register.ts';

/** What a station cannot do; the sentences are for the scan operator. */
export class StationConflict extends MailroomError {}

/**
 * Registers an upload under its key (the arrival's path). The same key with the same bytes again changes nothing
 * but the sheets, also when the tray has been closed since.
 * @throws StationConflict: the key stands for other bytes, the tray is closed
 */
export async function registerUpload(database: Database, arrival: Arrival): Promise<Registration> {
  return database.transaction((transaction) => registerUploadIn(transaction, arrival));
}

/** The same within a transaction, for the letters of a stack. */
export async function registerUploadIn(transaction: Transaction, arrival: Arrival): Promise<Registration> {
  const { closed } = await lockBatch(transaction, arrival.batchId);
  const known = await findUpload(transaction, arrival);
  if (known && known.sha256 !== arrival.sha256) throw keyReused(arrival.path);
  if (known && !closed) await correctSheets(transaction, arrival);
  if (known) return { documentId: known.documentId, isNew: false };
  if (closed) throw trayClosed();
  return registerIn(transaction, arrival);
}

/**
 * Refuses a key under which another stack came in: its letters are registered under names of their own.
 * @throws StationConflict
 */
export async function requireFreshKey(
  database: Queryable,
  { batchId, key, sha256 }: { batchId: number; key: string; sha256: string },
): Promise<void> {
  const { rowCount } = await database.query(
    `select from arrivals join documents on documents.id = document_id
     where arrivals.batch_id = $1 and (path = $2 or starts_with(path, $2 || ' pages '))
       and coalesce(facts ->> 'stack', sha256) <> $3 limit 1`,
    [batchId, key, sha256],
  );
  if (rowCount) throw keyReused(key);
}

/** Uploads of one tray are registered one after the other, and none while it is being closed. */
async function lockBatch(transaction: Transaction, batchId: number): Promise<{ closed: boolean }> {
  const { rows } = await transaction.query<{ closed: boolean }>(
    'select closed_at is not null as closed from batches where id = $1 for update',
    [batchId],
  );
  return rows[0] ?? { closed: true };
}

async function findUpload(
  transaction: Transaction,
  { batchId, path }: Arrival,
): Promise<{ documentId: number; sha256: string } | undefined> {
  const { rows } = await transaction.query<{ documentId: number; sha256: string }>(
    `select document_id as "documentId", sha256 from arrivals join documents on documents.id = document_id
     where arrivals.batch_id = $1 and path = $2`,
    [batchId, path],
  );
  return rows[0];
}

async function correctSheets(transaction: Transaction, { batchId, path, sheets }: Arrival): Promise<void> {
  await transaction.query(
    `update arrivals set first_sheet = $3, last_sheet = $4
     where batch_id = $1 and path = $2 and first_sheet is not null`, // a stack's places are those of its letters
    [batchId, path, sheets?.first ?? null, sheets?.last ?? null],
  );
}

function keyReused(key: string): StationConflict {
  return new StationConflict(
    'key-reused',
    `Unter der Kennung „${key}“ ist schon ein anderes Schriftstück eingegangen. Bitte unter einer neuen Kennung senden.`,
  );
}

export function trayClosed(): StationConflict {
  return new StationConflict(
    'tray-closed',
    'Die Mappe ist abgeschlossen. Bitte für weitere Schriftstücke eine neue Mappe anlegen.',
  );
}
