import { MisconfigurationError, messageOf } from '@mailroom/core';
import type { StationContext } from './station-app.ts';

export interface StationServerOptions extends StationContext {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Requests of one station in a minute. */
  readonly perMinute?: number;
}

export interface StationServer {
  readonly url: string;
  /** Finishes the uploads in hand. */
  close(): Promise<void>;
}

/**
 * Serves the scan stations: trays with counted sheets, uploads, rescans. /openapi.json describes it.
 * @throws MisconfigurationError when the address is taken
 */
export async function serveStations(options: StationServerOptions): Promise<StationServer> {
  const { host, port } = options;
  // The server and its routes are large, and few processes serve stations.
  const { createStationApp } = await import('./create-station-app.ts');
  const app = await createStationApp(options);
  const url = await app.listen({ host, port }).catch((cause: unknown) => {
    const message = `Cannot listen for stations on ${host}:${port}: ${messageOf(cause)}. Set MAILROOM_INTAKE_PORT.`;
    throw new MisconfigurationError('intake-address', message, { cause });
  });
  return { url, close: () => app.close() };
}
