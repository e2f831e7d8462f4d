import { readFile } from 'node:fs/promises';
import { MisconfigurationError, messageOf, priorities } from '@mailroom/core';
import { listenForMail as listen, type MailListener } from '@mailroom/ingest';

import type { Configuration } from './configuration.ts';
import type { Mailroom } from './mailroom.ts';

/** Takes mail in by SMTP, when a port is configured. */
export async function listenForMail({ configuration, intake }: Mailroom): Promise<MailListener | undefined> {
  const port = configuration.MAILROOM_SMTP_PORT;
  if (port === undefined) return undefined;
  return listen({
    ...{ intake, port, priority: priorities.live, host: configuration.MAILROOM_SMTP_HOST },
    name: configuration.MAILROOM_SMTP_NAME,
    recipients: configuration.MAILROOM_SMTP_RECIPIENTS,
    maxBytes: configuration.MAILROOM_SMTP_MAX_MB * 1_000_000,
    perSenderAnHour: configuration.MAILROOM_SMTP_PER_SENDER,
    faxGateways: configuration.MAILROOM_FAX_GATEWAYS,
    tls: await readTls(configuration),
  });
}

async function readTls({ MAILROOM_SMTP_TLS_KEY: key, MAILROOM_SMTP_TLS_CERT: cert }: Configuration) {
  if (key === undefined && cert === undefined) return undefined;
  if (key === undefined || cert === undefined)
    throw new MisconfigurationError(
      'configuration',
      'MAILROOM_SMTP_TLS_KEY and MAILROOM_SMTP_TLS_CERT belong together. Set both or none.',
    );
  return { key: await readPem(key), cert: await readPem(cert) };
}

async function readPem(file: string): Promise<Buffer> {
  return readFile(file).catch((cause: unknown) => {
    throw new MisconfigurationError('no-such-file', `${file} cannot be read: ${messageOf(cause)}.`, {
      cause,
    });
  });
}
