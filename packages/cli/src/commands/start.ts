import { loadTaxonomy } from '@mailroom/classifier';
import { startDesk } from '@mailroom/desk';
import { createOpener, watchFolder } from '@mailroom/ingest';
import { priorities } from '@mailroom/pipeline';
import type { Configuration } from '../configuration.ts';
import { calendarOf, type Mailroom, openMailroom } from '../mailroom.ts';
import { untilStopped } from '../until-stopped.ts';

/** Everything on one machine: watched folder, workers, reconciler and the desk, until stopped. */
export async function start(configuration: Configuration): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const mailroom = stack.use(await openMailroom(configuration));
  stack.use(await mailroom.startWorking());
  await openDesk(mailroom, stack);
  watchInbox(mailroom, stack);
  await untilStopped();
  process.stdout.write('Stopping: finishing the documents in work ...\n');
}

async function openDesk(
  { configuration, database, blobs }: Mailroom,
  stack: AsyncDisposableStack,
): Promise<void> {
  const opener = createOpener();
  stack.defer(() => opener.close());
  const desk = await startDesk({
    ...{ database, blobs, opener },
    taxonomy: loadTaxonomy(configuration.MAILROOM_TAXONOMY),
    calendar: calendarOf(configuration),
    host: configuration.MAILROOM_HOST,
    port: configuration.MAILROOM_PORT,
  });
  stack.defer(() => desk.close());
  process.stdout.write(`The desk is at ${desk.url}\n`);
  if (desk.setupUrl) process.stdout.write(`Create the first administrator, once: ${desk.setupUrl}\n`);
}

function watchInbox({ configuration, intake }: Mailroom, stack: AsyncDisposableStack): void {
  const folder = configuration.MAILROOM_INBOX;
  if (folder === undefined) return;
  const maxBytes = configuration.MAILROOM_MAX_FILE_MB * 1_000_000;
  const watched = watchFolder({ folder, intake, priority: priorities.live, maxBytes });
  stack.defer(() => watched.close());
  process.stdout.write(`Watching ${folder}\n`);
}
