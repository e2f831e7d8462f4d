import { classifyByRulebook, loadModel } from '@mailroom/classifier';
import { startDesk } from '@mailroom/desk';
import { createOpener, createSplitter, watchFolder } from '@mailroom/ingest';
import { priorities } from '@mailroom/pipeline';
import type { Configuration } from '../configuration.ts';
import { listenForMail } from '../listen-for-mail.ts';
import { type Mailroom, openMailroom } from '../mailroom.ts';
import { serveStations } from '../serve-stations.ts';
import { untilStopped } from '../until-stopped.ts';

/** Everything on one machine: watched folder, mail, stations, workers, reconciler and the desk, until stopped. */
export async function start(configuration: Configuration): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const mailroom = stack.use(await openMailroom(configuration));
  stack.use(await mailroom.startWorking());
  await openDesk(mailroom, stack);
  watchInbox(mailroom, stack);
  await openMail(mailroom, stack);
  await openStations(mailroom, stack);
  await untilStopped();
  process.stdout.write('Stopping: finishing the documents in work ...\n');
}

async function openDesk(
  { configuration, database, blobs, hints, rules }: Mailroom,
  stack: AsyncDisposableStack,
): Promise<void> {
  const opener = createOpener();
  stack.defer(() => opener.close());
  const desk = await startDesk({
    ...{ database, blobs, opener, rules },
    classifiers: classifyByRulebook(loadModel(configuration.MAILROOM_MODEL)),
    host: configuration.MAILROOM_HOST,
    port: configuration.MAILROOM_PORT,
    rework: (documentId) => hints.give('ocr', [{ documentId, priority: priorities.live }]),
  });
  stack.defer(() => desk.close());
  process.stdout.write(`The desk is at ${desk.url}\n`);
  if (desk.setupUrl) process.stdout.write(`Create the first administrator, once: ${desk.setupUrl}\n`);
}

function watchInbox({ configuration, intake }: Mailroom, stack: AsyncDisposableStack): void {
  const folder = configuration.MAILROOM_INBOX;
  if (folder === undefined) return;
  const maxBytes = configuration.MAILROOM_MAX_FILE_MB * 1_000_000;
  const splitter = configuration.MAILROOM_SPLIT_STACKS === 'on' ? createSplitter() : undefined;
  if (splitter) stack.defer(() => splitter.close());
  const watched = watchFolder({ folder, intake, priority: priorities.live, maxBytes, splitter });
  stack.defer(() => watched.close());
  process.stdout.write(`Watching ${folder}\n`);
}

async function openMail(mailroom: Mailroom, stack: AsyncDisposableStack): Promise<void> {
  const mail = await listenForMail(mailroom);
  if (!mail) return;
  stack.defer(() => mail.close());
  process.stdout.write(`Mail comes in on port ${mail.port}\n`);
}

async function openStations(mailroom: Mailroom, stack: AsyncDisposableStack): Promise<void> {
  const stations = await serveStations(mailroom);
  if (!stations) return;
  stack.defer(() => stations.close());
  process.stdout.write(`Scan stations hand in at ${stations.url}\n`);
}
