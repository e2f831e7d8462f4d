import { type Database, findStation } from '@mailroom/database';
import { askingStation, type StationApp } from './station-app.ts';
import { stationError } from './station-error.ts';
import { hashStationKey } from './station-key.ts';

/** Every route of `app` asks for the key of a station: `Authorization: Bearer ...`. */
export function guardStations(app: StationApp, database: Database): void {
  app.decorateRequest('station', null);
  app.addHook('onRequest', async (request, reply) => {
    const key = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const station = key && (await findStation(database, hashStationKey(key)));
    if (!station) {
      reply.header('www-authenticate', 'Bearer realm="mailroom stations"');
      throw stationError.unknownKey();
    }
    request.setDecorator('station', station);
  });
}

/** A station counts by itself, however many share an address. */
export const stationRateKey = (request: Parameters<typeof askingStation>[0]) =>
  `station-${askingStation(request).id}`;
