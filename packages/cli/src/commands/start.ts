import { startDesk } from '@mailroom/desk';
import { watchFolder } from '@mailroom/ingest';
import { priorities } from '@mailroom/pipeline';
import type { Configuration } from '../configuration.ts';
import { openMailroom } from '../mailroom.ts';
import { untilStopped } from '../until-stopped.ts';

/** Everything on one machine: watched folder, workers, reconciler and the desk, until stopped. */
export async function start(configuration: Configuration): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const mailroom = stack.use(await openMailroom(configuration));
  stack.use(await mailroom.startWorking());
  const { MAILROOM_HOST: host, MAILROOM_PORT: port, MAILROOM_INBOX: folder } = configuration;
  const desk = await startDesk({ database: mailroom.database, blobs: mailroom.blobs, host, port });
  stack.defer(() => desk.close());
  process.stdout.write(`The desk is at ${desk.url}\n`);
  if (folder !== undefined) {
    const maxBytes = configuration.MAILROOM_MAX_FILE_MB * 1_000_000;
    const watched = watchFolder({ folder, intake: mailroom.intake, priority: priorities.live, maxBytes });
    stack.defer(() => watched.close());
    process.stdout.write(`Watching ${folder}\n`);
  }
  await untilStopped();
  process.stdout.write('Stopping: finishing the documents in work ...\n');
}
