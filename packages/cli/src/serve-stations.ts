import { priorities } from '@mailroom/core';
import { type Splitter, type StationServer, serveStations as serve } from '@mailroom/ingest';
import type { Mailroom } from './mailroom.ts';

/** Serves the scan stations, when a port is configured. */
export async function serveStations(
  { configuration, database, intake }: Mailroom,
  splitter: Splitter,
): Promise<StationServer | undefined> {
  const port = configuration.MAILROOM_INTAKE_PORT;
  if (port === undefined) return undefined;
  return serve({
    ...{
      database,
      intake,
      splitter,
      port,
      priority: priorities.live,
      host: configuration.MAILROOM_INTAKE_HOST,
    },
    maxBytes: configuration.MAILROOM_MAX_FILE_MB * 1_000_000,
  });
}
