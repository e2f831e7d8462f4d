import { createHash } from 'node:crypto';
import { civilDate, defaultCalendar } from '@mailroom/core';
import type { ArrivalFacts, Registration } from '@mailroom/database';
import type { Intake } from '../channels/intake.ts';
import { readGatewayMail, takeGatewayFaxes } from '../fax/gateway-mail.ts';
import type { MailHead } from './read-mail-head.ts';

/** A mail as it came, and what its channel knows of it that is not in its bytes. */
export interface ReceivedMail {
  readonly bytes: Buffer;
  readonly head: MailHead;
  readonly receivedAt: Date;
  /** Who sent it when the header does not say. */
  readonly envelopeFrom?: string;
  readonly facts: ArrivalFacts;
}

export interface MailIntake {
  readonly intake: Intake;
  readonly priority: number;
  /** Addresses and "@domains" that send faxes by mail; see readGatewayMail. */
  readonly faxGateways: readonly string[];
}

/**
 * Takes a mail in, one document however many recipients and copies it has; one that carries a fax becomes a fax.
 * The bytes are kept exactly as they came. Taken in again, by whichever way, it adds nothing.
 */
export async function takeMail(mail: ReceivedMail, options: MailIntake): Promise<Registration> {
  const gatewayMail = await readGatewayMail(mail, options.faxGateways);
  if (gatewayMail) return takeGatewayFaxes(gatewayMail, mail, options);
  const { bytes, head, receivedAt, facts } = mail;
  const { intake, priority } = options;
  const day = civilDate(receivedAt, defaultCalendar);
  return intake.take({
    batchId: await intake.openBatch({ name: `email ${day}`, source: 'email', receivedAt }),
    // A sender that never saw our 250 sends the same bytes again: the same arrival.
    path: createHash('sha256').update(bytes).digest('hex'),
    fileName: fileNameOf(head.subject),
    bytes,
    modifiedMs: receivedAt.getTime(),
    ...{ mediaType: 'message/rfc822', channel: 'email', receivedAt, priority },
    sender: head.from ?? mail.envelopeFrom,
    contentKey: head.contentKey,
    facts: { ...facts, ...(head.messageId === undefined ? {} : { messageId: head.messageId }) },
  });
}

function fileNameOf(subject = ''): string {
  const name = subject
    .replace(/[^\p{L}\p{N}_-]+/gu, ' ')
    .trim()
    .slice(0, 80);
  return `${name || 'E-Mail'}.eml`;
}
