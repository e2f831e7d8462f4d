import { setTimeout } from 'node:timers/promises';
import { MisconfigurationError, messageOf } from '@mailroom/core';
import type { ImapFlow } from 'imapflow';
import { connectMailbox } from './connect-mailbox.ts';
import { emptyMailbox } from './empty-mailbox.ts';
import type { MailboxOptions } from './mailbox-options.ts';

export interface WatchedMailbox {
  /** Finishes the mail in hand. */
  close(): Promise<void>;
}

/**
 * Takes in what lies in a mailbox, and what comes, until closed. Where a mail stands is known by the folder it lies
 * in and by nothing else: it leaves the mailbox only after it is stored and registered, and one that is met again
 * (after a crash, a lost connection, a new UIDVALIDITY) is the same arrival. Lost connections are made again.
 * @throws MisconfigurationError when the server refuses the user
 */
export async function watchMailbox(options: MailboxOptions): Promise<WatchedMailbox> {
  const stopping = new AbortController();
  const first = await connectMailbox(options).catch((error: unknown) => {
    if (isRefusal(error)) throw refused(options, error);
    return undefined; // away: the loop says so and tries again
  });
  const loop = watchUntil(stopping.signal, options, first);
  return {
    async close() {
      stopping.abort();
      await loop;
    },
  };
}

function isRefusal(error: unknown): error is Error {
  return error instanceof Error && 'authenticationFailed' in error && error.authenticationFailed === true;
}

function refused({ user, host }: MailboxOptions, cause: Error): MisconfigurationError {
  return new MisconfigurationError(
    'imap-login',
    `${host} refuses the user ${user}: ${messageOf(cause)}. Set MAILROOM_IMAP_USER and MAILROOM_IMAP_PASSWORD.`,
    { cause },
  );
}

const firstPauseMs = 1000;
const longestPauseMs = 60_000;

async function watchUntil(stop: AbortSignal, options: MailboxOptions, first?: ImapFlow): Promise<void> {
  let client = first;
  let pauseMs = firstPauseMs;
  while (!stop.aborted) {
    try {
      client ??= await connectMailbox(options);
      pauseMs = firstPauseMs;
      await watchConnected(client, stop, options);
    } catch (error) {
      if (stop.aborted) break;
      const { user, host } = options;
      process.stderr.write(
        `mailbox ${user} at ${host}: ${messageOf(error)}; trying again in ${pauseMs / 1000} s\n`,
      );
      await pause(pauseMs, stop);
      pauseMs = Math.min(longestPauseMs, pauseMs * 2);
    } finally {
      client?.close();
      client = undefined;
    }
  }
}

/** Until stopped, or the connection is lost. */
async function watchConnected(client: ImapFlow, stop: AbortSignal, options: MailboxOptions): Promise<void> {
  let news = Promise.withResolvers<void>();
  client.on('exists', () => news.resolve());
  client.on('close', () => news.resolve());
  while (!stop.aborted) {
    // Before looking: what comes while the last mail is taken must not wait for the next poll.
    news = Promise.withResolvers();
    await emptyMailbox(client, stop, options);
    client.idle().catch(() => news.resolve()); // the next command says what is wrong
    await Promise.race([news.promise, pause(options.pollMs, stop)]);
  }
  await client.logout();
}

async function pause(forMs: number, stop: AbortSignal): Promise<void> {
  await setTimeout(forMs, undefined, { signal: stop }).catch(() => undefined); // aborted: stop at once
}
