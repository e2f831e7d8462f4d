import { MisconfigurationError, priorities } from '@mailroom/core';
import { type WatchedMailbox, watchMailbox as watch } from '@mailroom/ingest';
import type { Mailroom } from './mailroom.ts';

/** Empties a mailbox by IMAP, when one is configured. */
export async function watchMailbox({ configuration, intake }: Mailroom): Promise<WatchedMailbox | undefined> {
  const {
    MAILROOM_IMAP_URL: url,
    MAILROOM_IMAP_USER: user,
    MAILROOM_IMAP_PASSWORD: password,
  } = configuration;
  if (url === undefined) return undefined;
  if (user === undefined || password === undefined)
    throw new MisconfigurationError(
      'configuration',
      'MAILROOM_IMAP_URL needs MAILROOM_IMAP_USER and MAILROOM_IMAP_PASSWORD. Set all three or none.',
    );
  const { protocol, hostname, port } = new URL(url);
  const secure = protocol === 'imaps:';
  return watch({
    ...{ intake, priority: priorities.live, user, password, host: hostname, secure },
    port: Number(port) || (secure ? 993 : 143),
    mailbox: configuration.MAILROOM_IMAP_MAILBOX,
    doneFolder: configuration.MAILROOM_IMAP_DONE,
    problemFolder: configuration.MAILROOM_IMAP_PROBLEM,
    maxBytes: configuration.MAILROOM_SMTP_MAX_MB * 1_000_000,
    name: configuration.MAILROOM_SMTP_NAME,
    pollMs: configuration.MAILROOM_IMAP_POLL_SECONDS * 1000,
    faxGateways: configuration.MAILROOM_FAX_GATEWAYS,
  });
}
