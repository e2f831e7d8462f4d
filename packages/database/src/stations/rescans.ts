import type { Database, Queryable, Transaction } from '../database.ts';
import { appendEvent } from '../events.ts';
import { type Arrival, type Registration, registerIn } from '../register.ts';
import { StationConflict } from './register-upload.ts';

/** A document that its station shall scan again. */
export interface Rescan {
  readonly id: number;
  readonly documentId: number;
  /** Null when it was itself scanned on request. */
  readonly tray: string | null;
  readonly key: string;
  readonly firstSheet: number | null;
  readonly lastSheet: number | null;
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  /** The new scan counts as received when the old one was. */
  readonly receivedAt: Date;
}

/** The station that scanned a document, and whether it is asked to scan it again; undefined: it came otherwise. */
export async function scanOf(
  database: Queryable,
  documentId: number,
): Promise<{ station: string; asked: boolean } | undefined> {
  const { rows } = await database.query<{ station: string; asked: boolean }>(
    `select stations.name as station,
       exists (select from rescans where rescans.document_id = $1 and rescanned_at is null) as asked
     from arrivals join batches on batches.id = batch_id join stations on stations.name = batches.station
     where arrivals.document_id = $1 order by arrivals.id limit 1`,
    [documentId],
  );
  return rows[0];
}

/**
 * Asks the station that scanned the document to scan it again. Returns the station's name, or undefined when the
 * document came from no station; asked again while the request is open it changes nothing.
 */
export async function requestRescan(
  database: Database,
  { documentId, reason, actor }: { documentId: number; reason: string; actor: string },
): Promise<string | undefined> {
  return database.transaction(async (transaction) => {
    const { rows } = await transaction.query<{ id: number; name: string }>(
      `select stations.id, stations.name from arrivals
         join batches on batches.id = batch_id join stations on stations.name = station
       where document_id = $1 order by arrivals.id limit 1`,
      [documentId],
    );
    const station = rows[0];
    if (!station) return undefined;
    const { rowCount } = await transaction.query(
      `insert into rescans (document_id, station_id, reason, requested_by) values ($1, $2, $3, $4)
       on conflict (document_id) where rescanned_at is null do nothing`,
      [documentId, station.id, reason, actor],
    );
    const details = { station: station.name, reason };
    if (rowCount) await appendEvent(transaction, documentId, { kind: 'rescan-requested', actor, details });
    return station.name;
  });
}

/** What the station has to scan again, the oldest request first; with `id` only that one, also when it is done. */
export async function rescansFor(
  database: Queryable,
  stationId: number,
  id?: number,
): Promise<readonly Rescan[]> {
  const { rows } = await database.query<Rescan>(
    `select rescans.id, rescans.document_id as "documentId", tray, path as key,
       first_sheet as "firstSheet", last_sheet as "lastSheet", rescans.reason, requested_by as "requestedBy",
       requested_at as "requestedAt", documents.received_at as "receivedAt"
     from rescans join documents on documents.id = rescans.document_id
       join lateral (select trays.name as tray, path, first_sheet, last_sheet
         from arrivals left join trays using (batch_id)
         where document_id = documents.id order by arrivals.id limit 1) as scan on true
     where rescans.station_id = $1 and case when $2::bigint is null then rescanned_at is null else rescans.id = $2 end
     order by rescans.id`,
    [stationId, id ?? null],
  );
  return rows;
}

/**
 * Registers the new scan. The old document keeps its history; when it lay in review, the new one takes its place
 * there.
 * @throws StationConflict: the request is done, the scan is the old one
 */
export async function registerRescan(
  database: Database,
  rescan: Rescan,
  arrival: Arrival,
): Promise<Registration> {
  return database.transaction(async (transaction) => {
    const done = await lockRescan(transaction, rescan.id);
    const registration = await registerIn(transaction, arrival);
    if (done === registration.documentId) return registration;
    if (done !== null) throw rescanDone();
    if (registration.documentId === rescan.documentId) throw sameScan();
    await transaction.query('update rescans set rescanned_as = $2, rescanned_at = now() where id = $1', [
      rescan.id,
      registration.documentId,
    ]);
    await replace(transaction, rescan.documentId, registration.documentId);
    return registration;
  });
}

/** The document that answered the request, or null. */
async function lockRescan(transaction: Transaction, id: number): Promise<number | null> {
  const { rows } = await transaction.query<{ rescannedAs: number | null }>(
    'select rescanned_as as "rescannedAs" from rescans where id = $1 for update',
    [id],
  );
  return rows[0]?.rescannedAs ?? null;
}

async function replace(transaction: Transaction, oldId: number, newId: number): Promise<void> {
  const reason = `Neu gescannt: Das Schriftstück wird als Dokument ${newId} bearbeitet.`;
  const { rowCount } = await transaction.query(
    `update documents set state = 'rejected', reason = $2, state_since = now() where id = $1 and state = 'review'`,
    [oldId, reason],
  );
  await transaction.query(
    `update review_items set state = 'done', done_at = now() where document_id = $1 and state = 'open'`,
    [oldId],
  );
  const details = { rescannedAs: newId, ...(rowCount ? { reason } : {}) };
  await appendEvent(transaction, oldId, {
    kind: rowCount ? 'rejected' : 'rescanned',
    actor: 'ingest',
    details,
  });
}

function rescanDone(): StationConflict {
  return new StationConflict('rescan-done', 'Dieses Schriftstück ist schon neu gescannt worden.');
}

function sameScan(): StationConflict {
  return new StationConflict(
    'same-scan',
    'Das ist derselbe Scan wie zuvor. Bitte das Papier noch einmal einlegen und neu scannen.',
  );
}
