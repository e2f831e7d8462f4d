import { priorities } from '@mailroom/core';
import { startDesk } from '@mailroom/desk';
import { createOpener, createSplitter } from '@mailroom/ingest';
import { companySignIn } from '../company-sign-in.ts';
import type { Configuration } from '../configuration.ts';
import { type Mailroom, openMailroom } from '../mailroom.ts';
import { openChannels } from '../open-channels.ts';
import { untilStopped } from '../until-stopped.ts';

/** Everything on one machine: watched folder, mail, stations, workers, reconciler and the desk, until stopped. */
export async function start(configuration: Configuration): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const mailroom = stack.use(await openMailroom(configuration));
  stack.use(await mailroom.startWorking());
  await openDesk(mailroom, stack);
  await openChannels(mailroom, stack);
  await untilStopped();
  process.stdout.write('Stopping: finishing the documents in work ...\n');
}

async function openDesk(
  { configuration, database, blobs, hints, rules, classifiers }: Mailroom,
  stack: AsyncDisposableStack,
): Promise<void> {
  const opener = createOpener();
  stack.defer(() => opener.close());
  const splitter = createSplitter();
  stack.defer(() => splitter.close());
  const desk = await startDesk({
    ...{ database, blobs, opener, splitter, rules },
    classifiers: await classifiers(),
    ...companySignIn(configuration),
    host: configuration.MAILROOM_HOST,
    port: configuration.MAILROOM_PORT,
    rework: (documentId) => hints.give('ocr', [{ documentId, priority: priorities.live }]),
  });
  stack.defer(() => desk.close());
  process.stdout.write(`The desk is at ${desk.url}\n`);
  if (desk.setupUrl) process.stdout.write(`Create the first administrator, once: ${desk.setupUrl}\n`);
}
