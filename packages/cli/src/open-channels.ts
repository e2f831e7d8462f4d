import { priorities } from '@mailroom/core';
import { createSplitter, watchFolder } from '@mailroom/ingest';
import { listenForMail } from './listen-for-mail.ts';
import type { Mailroom } from './mailroom.ts';
import { serveStations } from './serve-stations.ts';
import { watchMailbox } from './watch-mailbox.ts';

/** Opens every channel that is configured, and says so; the stack closes them. Returns how many there are. */
export async function openChannels(mailroom: Mailroom, stack: AsyncDisposableStack): Promise<number> {
  const opened = [
    watchInbox(mailroom, stack),
    await openListener(mailroom, stack),
    await openMailbox(mailroom, stack),
    await openStations(mailroom, stack),
  ];
  return opened.filter(Boolean).length;
}

function watchInbox({ configuration, intake }: Mailroom, stack: AsyncDisposableStack): boolean {
  const folder = configuration.MAILROOM_INBOX;
  if (folder === undefined) return false;
  const maxBytes = configuration.MAILROOM_MAX_FILE_MB * 1_000_000;
  const splitter = createSplitter();
  stack.defer(() => splitter.close());
  const stacks = { mode: configuration.MAILROOM_SPLIT_STACKS, splitter };
  const watched = watchFolder({ folder, intake, priority: priorities.live, maxBytes, stacks });
  stack.defer(() => watched.close());
  process.stdout.write(`Watching ${folder}\n`);
  return true;
}

async function openListener(mailroom: Mailroom, stack: AsyncDisposableStack): Promise<boolean> {
  const mail = await listenForMail(mailroom);
  if (!mail) return false;
  stack.defer(() => mail.close());
  process.stdout.write(`Mail comes in on port ${mail.port}\n`);
  return true;
}

async function openMailbox(mailroom: Mailroom, stack: AsyncDisposableStack): Promise<boolean> {
  const watched = await watchMailbox(mailroom);
  if (!watched) return false;
  stack.defer(() => watched.close());
  const { MAILROOM_IMAP_MAILBOX, MAILROOM_IMAP_USER } = mailroom.configuration;
  process.stdout.write(`Emptying the mailbox ${MAILROOM_IMAP_MAILBOX} of ${MAILROOM_IMAP_USER}\n`);
  return true;
}

async function openStations(mailroom: Mailroom, stack: AsyncDisposableStack): Promise<boolean> {
  const splitter = createSplitter();
  stack.defer(() => splitter.close());
  const stations = await serveStations(mailroom, splitter);
  if (!stations) return false;
  stack.defer(() => stations.close());
  process.stdout.write(`Scan stations hand in at ${stations.url}; people open it in a browser\n`);
  return true;
}
