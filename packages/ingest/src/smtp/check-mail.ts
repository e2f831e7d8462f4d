import type { MailHead } from '../mail/read-mail-head.ts';
import { refusal } from './smtp-refusal.ts';

/** Postfix gives up at as many (hopcount_limit); RFC 5321, 6.3 asks for some such limit. */
const mostHops = 50;

/**
 * Throws SmtpRefusal for a mail that runs in circles or answers by itself. Mails that programs send of their own
 * accord (auto-generated: web forms, fax gateways) are letters like others.
 */
export function checkMail({ receivedCount, autoSubmitted, sentBy }: MailHead, ownName: string): void {
  if (receivedCount > mostHops) throw refusal.loop(`it has passed ${receivedCount} servers`);
  if (sentBy.includes(ownName)) throw refusal.loop('it was sent from here');
  if (autoSubmitted === 'auto-replied') throw refusal.automaticReply();
}
