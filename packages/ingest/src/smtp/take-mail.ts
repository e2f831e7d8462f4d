import { createHash } from 'node:crypto';
import { civilDate, defaultCalendar } from '@mailroom/core';
import type { Registration } from '@mailroom/database';
import type { Intake } from '../channels/intake.ts';
import type { MailHead } from './read-mail-head.ts';

/** What the SMTP dialogue said around a mail. */
export interface Envelope {
  /** MAIL FROM; empty for bounces. */
  readonly from: string;
  readonly to: readonly string[];
  readonly remoteAddress: string;
}

/**
 * Takes a mail in, one document however many recipients and copies it has. `bytes` are kept exactly as they came;
 * the envelope, which is not in them, stands in the facts.
 */
export async function takeMail(
  bytes: Buffer,
  { head, envelope, receivedAt }: { head: MailHead; envelope: Envelope; receivedAt: Date },
  { intake, priority }: { intake: Intake; priority: number },
): Promise<Registration> {
  const day = civilDate(receivedAt, defaultCalendar);
  const batchId = await intake.openBatch({ name: `email ${day}`, source: 'email', receivedAt });
  return intake.take({
    batchId,
    // A sender that never saw our 250 sends the same bytes again: the same arrival.
    path: createHash('sha256').update(bytes).digest('hex'),
    fileName: fileNameOf(head.subject),
    bytes,
    modifiedMs: receivedAt.getTime(),
    ...{ mediaType: 'message/rfc822', channel: 'email', receivedAt, priority },
    sender: head.from ?? envelope.from,
    contentKey: head.contentKey,
    facts: {
      envelopeFrom: envelope.from,
      recipients: envelope.to,
      remoteAddress: envelope.remoteAddress,
      ...(head.messageId === undefined ? {} : { messageId: head.messageId }),
    },
  });
}

function fileNameOf(subject = ''): string {
  const name = subject
    .replace(/[^\p{L}\p{N}_-]+/gu, ' ')
    .trim()
    .slice(0, 80);
  return `${name || 'E-Mail'}.eml`;
}
