import type { MailHead } from '../mail/read-mail-head.ts';
import { refusal } from './smtp-refusal.ts';

/** Postfix gives up at as many (hopcount_limit); RFC 5321, 6.3 asks for some such limit. */
const mostHops = 50;

/** A mail forwarded ten times with attachments has thirty; more are there to wear out who takes it apart. */
const mostContainers = 200;

/**
 * Throws SmtpRefusal for a mail that runs in circles, answers by itself or is a bomb. Mails that programs send of their own
 * accord (auto-generated: web forms, fax gateways) are letters like others.
 */
export function checkMail(
  { receivedCount, autoSubmitted, sentBy, containers }: MailHead,
  ownName: string,
): void {
  if (containers > mostContainers) throw refusal.tooManyParts();
  if (receivedCount > mostHops) throw refusal.loop(`it has passed ${receivedCount} servers`);
  if (sentBy.includes(ownName)) throw refusal.loop('it was sent from here');
  if (autoSubmitted === 'auto-replied') throw refusal.automaticReply();
}
