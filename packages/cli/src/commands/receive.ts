import { MisconfigurationError } from '@mailroom/core';
import type { Configuration } from '../configuration.ts';
import { openMailroom } from '../mailroom.ts';
import { openChannels } from '../open-channels.ts';
import { untilStopped } from '../until-stopped.ts';

/** A process that only takes in what comes by the configured channels, until stopped. */
export async function receive(configuration: Configuration): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const mailroom = stack.use(await openMailroom(configuration));
  if ((await openChannels(mailroom, stack)) === 0)
    throw new MisconfigurationError(
      'no-channel',
      'No channel is configured. Set MAILROOM_INBOX, MAILROOM_INTAKE_PORT, MAILROOM_SMTP_PORT or MAILROOM_IMAP_URL.',
    );
  await untilStopped();
}
