import { MailroomError, messageOf, TemporaryError } from '@mailroom/core';
import type { FetchMessageObject, ImapFlow } from 'imapflow';
import { readMailHead } from '../mail/read-mail-head.ts';
import { takeMail } from '../mail/take-mail.ts';
import { checkMail } from '../smtp/check-mail.ts';
import { refusal, SmtpRefusal } from '../smtp/smtp-refusal.ts';
import { partsOf } from './connect-mailbox.ts';
import type { MailboxOptions } from './mailbox-options.ts';

/** A mail that is done with but cannot be moved is left where it is, marked with this keyword. */
const leftKeyword = 'MailroomLeft';

/**
 * Takes every mail of the open mailbox in, the oldest first, and moves it out. Throws when the connection is lost,
 * TemporaryError when the database or the originals are away; a mail that fails by itself is left for the next time.
 */
export async function emptyMailbox(
  client: ImapFlow,
  stop: AbortSignal,
  options: MailboxOptions,
): Promise<void> {
  const tried = new Set<number>();
  for (;;) {
    const found = await client.search({ deleted: false, unKeyword: leftKeyword }, { uid: true });
    const uids = (found || []).filter((uid) => !tried.has(uid));
    if (uids.length === 0) return;
    for (const uid of uids) {
      if (stop.aborted) return;
      tried.add(uid);
      await takeAndMove(client, uid, options);
    }
  }
}

async function takeAndMove(client: ImapFlow, uid: number, options: MailboxOptions): Promise<void> {
  const query = { size: true, internalDate: true, source: { maxLength: options.maxBytes + 1 } };
  const message = await client.fetchOne(`${uid}`, query, { uid: true });
  if (!message) return; // somebody has moved it meanwhile
  try {
    await take(client, message, options);
  } catch (error) {
    if (error instanceof SmtpRefusal) {
      logMail(uid, options, `${error.message}; it goes to ${options.problemFolder}`);
      return moveOut(client, uid, options.problemFolder);
    }
    if (error instanceof TemporaryError) throw error;
    return logMail(uid, options, `not taken in, left where it is: ${detailsOf(error)}`);
  }
  await moveOut(client, uid, options.doneFolder);
}

/** Refuses what the SMTP listener would refuse, except for the rate: the mail has been accepted already. */
async function take(client: ImapFlow, message: FetchMessageObject, options: MailboxOptions): Promise<void> {
  const { uid, size = 0, source: bytes = Buffer.alloc(0) } = message;
  if (Math.max(size, bytes.length) > options.maxBytes) throw refusal.tooLarge(options.maxBytes);
  const head = await readMailHead(bytes);
  checkMail(head, options.name);
  const receivedAt = new Date(message.internalDate ?? Date.now());
  const uidValidity = client.mailbox ? `${client.mailbox.uidValidity}` : '';
  const facts = { mailbox: options.mailbox, uid, uidValidity };
  await takeMail({ bytes, head, receivedAt, facts }, options);
}

/** Only after the commit. A connection that is lost here makes the mail come again, and it is known then. */
async function moveOut(client: ImapFlow, uid: number, folder: string): Promise<void> {
  if (await client.messageMove(`${uid}`, partsOf(folder), { uid: true })) return;
  await client.messageFlagsAdd(`${uid}`, [leftKeyword], { uid: true });
}

function logMail(uid: number, { user }: MailboxOptions, text: string): void {
  process.stderr.write(`mailbox ${user}, mail ${uid}: ${text}\n`);
}

function detailsOf(error: unknown): string {
  return error instanceof Error && !(error instanceof MailroomError)
    ? (error.stack ?? error.message)
    : messageOf(error);
}
