import { MisconfigurationError } from '@mailroom/core';
import { requestRescan } from '@mailroom/database';
import type { Configuration } from '../configuration.ts';
import { openMailroom } from '../mailroom.ts';

/** Asks the station that scanned a document to scan it again. */
export async function askForRescan(
  configuration: Configuration,
  documentId: number,
  reason: string,
): Promise<void> {
  await using mailroom = await openMailroom(configuration);
  const wish = { documentId, reason, actor: 'command line' };
  const station = await requestRescan(mailroom.database, wish);
  if (station === undefined)
    throw new MisconfigurationError(
      'no-rescan',
      `Document ${documentId} does not exist or was not scanned at a station, so none can scan it again.`,
    );
  process.stdout.write(`Station ${station} is asked to scan document ${documentId} again.\n`);
}
