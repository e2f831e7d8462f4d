import { priorities } from '@mailroom/core';
import { takeFax } from '@mailroom/ingest';

import type { Configuration } from '../configuration.ts';
import { openMailroom } from '../mailroom.ts';

/** What HylaFAX calls for every fax; exit code 0 means that it is stored and registered. */
export async function takeReceivedFax(
  configuration: Configuration,
  file: string,
  [device = '', commId = '', error = '', ...callIds]: readonly string[],
): Promise<void> {
  await using mailroom = await openMailroom(configuration);
  const { documentId } = await takeFax(
    { file, device, commId, error, callIds },
    {
      ...{ intake: mailroom.intake, priority: priorities.live },
      maxBytes: configuration.MAILROOM_MAX_FILE_MB * 1_000_000,
    },
  );
  process.stdout.write(`Stored as document ${documentId}\n`);
}
