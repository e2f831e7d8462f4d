import { MisconfigurationError } from '@mailroom/core';
import type { Queryable } from '../database.ts';

/** A scanner with its program; it proves itself by a key of which only the hash is stored. */
export interface Station {
  readonly id: number;
  readonly name: string;
}

export interface ListedStation extends Station {
  readonly createdAt: Date;
  readonly lastSeenAt: Date | null;
  readonly removed: boolean;
  readonly openTrays: number;
}

/**
 * @throws MisconfigurationError when there is a station of that name; a removed one gets the new key
 */
export async function addStation(
  database: Queryable,
  { name, keyHash }: { name: string; keyHash: string },
): Promise<Station> {
  const { rows } = await database.query<Station>(
    `insert into stations (name, key_hash) values ($1, $2)
     on conflict (name) do update set key_hash = excluded.key_hash, removed_at = null
       where stations.removed_at is not null
     returning id, name`,
    [name, keyHash],
  );
  const row = rows[0];
  if (row) return row;
  throw new MisconfigurationError(
    'station-exists',
    `There is a station ${name}. Remove it first when it needs a new key: its open trays are kept.`,
  );
}

/** Its key is worth nothing from now on; its documents and trays stay. Returns false when there is no such station. */
export async function removeStation(database: Queryable, name: string): Promise<boolean> {
  const { rowCount } = await database.query(
    'update stations set removed_at = now() where name = $1 and removed_at is null',
    [name],
  );
  return Boolean(rowCount);
}

export async function listStations(database: Queryable): Promise<readonly ListedStation[]> {
  const { rows } = await database.query<ListedStation>(
    `select id, name, created_at as "createdAt", last_seen_at as "lastSeenAt", removed_at is not null as removed,
       (select count(*) from trays join batches on batches.id = batch_id
        where station_id = stations.id and closed_at is null) as "openTrays"
     from stations order by name`,
  );
  return rows;
}

/** The station of a key, noting now and then that it was seen. */
export async function findStation(database: Queryable, keyHash: string): Promise<Station | undefined> {
  const { rows } = await database.query<Station & { stale: boolean }>(
    `select id, name, coalesce(last_seen_at < now() - interval '1 minute', true) as stale
     from stations where key_hash = $1 and removed_at is null`,
    [keyHash],
  );
  const row = rows[0];
  if (!row) return undefined;
  if (row.stale) await database.query('update stations set last_seen_at = now() where id = $1', [row.id]);
  return { id: row.id, name: row.name };
}
