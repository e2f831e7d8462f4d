import { MisconfigurationError } from '@mailroom/core';
import { addStation, listStations, removeStation } from '@mailroom/database';
import { hashStationKey, newStationKey } from '@mailroom/ingest';
import type { Configuration } from '../configuration.ts';
import { openMailroom } from '../mailroom.ts';
import { table } from '../table.ts';

/** Creates a station and prints its key: the only time that anybody sees it. */
export async function addScanStation(configuration: Configuration, name: string): Promise<void> {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(name))
    throw new MisconfigurationError(
      'station-name',
      `"${name}" is no name for a station. Use letters, digits, ".", "_" and "-", at most 64.`,
    );
  await using mailroom = await openMailroom(configuration);
  const key = newStationKey();
  await addStation(mailroom.database, { name, keyHash: hashStationKey(key) });
  process.stdout.write(`${key}\n`);
  process.stderr.write(`Station ${name} may scan with this key. It is shown only now.\n`);
}

export async function removeScanStation(configuration: Configuration, name: string): Promise<void> {
  await using mailroom = await openMailroom(configuration);
  if (!(await removeStation(mailroom.database, name)))
    throw new MisconfigurationError('no-station', `There is no station ${name}. "stations list" shows them.`);
  process.stdout.write(`Station ${name} may no longer scan; its documents and trays stay.\n`);
}

export async function listScanStations(configuration: Configuration): Promise<void> {
  await using mailroom = await openMailroom(configuration);
  const stations = await listStations(mailroom.database);
  const rows = stations.map(({ name, removed, lastSeenAt, openTrays }) => [
    ...[name, removed ? 'removed' : 'active', String(openTrays)],
    lastSeenAt?.toISOString().slice(0, 16).replace('T', ' ') ?? 'never',
  ]);
  process.stdout.write(table(['station', 'state', 'open trays', 'last seen (UTC)'], rows));
}
