import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { s3Folder } from '@mailroom/blobs';
import { MailroomError, priorities } from '@mailroom/core';
import { countInWork, reportBatch } from '@mailroom/database';
import {
  type BackfillProgress,
  backfill,
  bucketSource,
  folderSource,
  patiently,
  type Source,
} from '@mailroom/ingest';
import { reconcile } from '@mailroom/pipeline';
import type { Configuration } from '../configuration.ts';
import { type Mailroom, openMailroom } from '../mailroom.ts';
import { s3Service } from '../open-blobs.ts';
import { progressLine } from '../progress-line.ts';
import { untilStopped } from '../until-stopped.ts';

/** Takes a folder or a part of a bucket in, works until each of its documents is settled, and writes the report. */
export async function backfillFolder(
  configuration: Configuration,
  place: string,
  { report, perMinute }: { report?: string | undefined; perMinute?: number | undefined },
): Promise<void> {
  const source = await openSource(configuration, place);
  await using mailroom = await openMailroom(configuration);
  const startedAt = performance.now();
  const { batchId, progress } = await settleSource(mailroom, source, perMinute);
  if (report !== undefined) await writeReport(report, mailroom, batchId, progress);
  const seconds = (performance.now() - startedAt) / 1000;
  process.stdout.write(
    `${progress.found} files: ${progress.fresh} new, ${progress.taken - progress.fresh} seen before, ` +
      `${progress.known} unchanged, ${progress.problems.length} not taken in; ${seconds.toFixed(1)} s.\n`,
  );
  for (const { file, reason } of progress.problems) process.stderr.write(`${file}: ${reason}\n`);
}

/** A folder, or s3://bucket/prefix with the service and the keys that the S3_ settings name. */
async function openSource(configuration: Configuration, place: string): Promise<Source> {
  const { bucket, prefix = '' } = /^s3:\/\/(?<bucket>[^/]+)\/?(?<prefix>.*)$/.exec(place)?.groups ?? {};
  if (bucket === undefined) return folderSource(place);
  return bucketSource(s3Folder({ ...s3Service(configuration), bucket }, prefix));
}

interface Settled {
  readonly batchId: number;
  readonly progress: BackfillProgress;
}

/**
 * `perMinute`: files taken in; without it as fast as they are worked on.
 * @throws MailroomError when somebody stops it: what was begun ends in order, the embedded server too
 */
export async function settleSource(mailroom: Mailroom, source: Source, perMinute?: number): Promise<Settled> {
  await using _working = await mailroom.startWorking();
  const stopped = untilStopped().then((signal) => {
    throw new MailroomError(
      'stopped',
      `Stopped by ${signal}. A backfill that is run again picks up where it was stopped.`,
    );
  });
  return await Promise.race([takeInAndSettle(mailroom, source, perMinute), stopped]);
}

async function takeInAndSettle(mailroom: Mailroom, source: Source, perMinute?: number): Promise<Settled> {
  const { database, intake, configuration } = mailroom;
  const name = `backfill ${source.name}`;
  const batchId = await patiently(() =>
    intake.openBatch({ name, source: 'backfill', receivedAt: new Date() }),
  );
  const line = progressLine();
  const progress = await backfill(source, {
    ...{ database, intake, batchId, perMinute },
    priority: priorities.backfill,
    maxBytes: configuration.MAILROOM_MAX_FILE_MB * 1_000_000,
    onProgress: ({ found, taken }) => line.show(`${found} files found, ${taken} taken in`),
  });
  await waitUntilSettled(mailroom, batchId, (left) =>
    line.show(`${progress.found - left} of ${progress.found} settled`),
  );
  line.end();
  return { batchId, progress };
}

async function waitUntilSettled(
  { database, hints }: Mailroom,
  batchId: number,
  onProgress: (left: number) => void,
): Promise<void> {
  // What an earlier, killed run left behind need not wait for the next round. With the queue away it must.
  await reconcile(database, hints).catch(() => undefined);
  for (;;) {
    const left = await patiently(() => countInWork(database, batchId));
    onProgress(left);
    if (left === 0) return;
    await setTimeout(200);
  }
}

function writeReport(
  file: string,
  mailroom: Mailroom,
  batchId: number,
  progress: BackfillProgress,
): Promise<void> {
  return pipeline(reportLines(mailroom, batchId, progress), createWriteStream(file));
}

/** Read as fast as they are written: a report may be larger than the memory. */
async function* reportLines(
  { database }: Mailroom,
  batchId: number,
  { problems }: BackfillProgress,
): AsyncGenerator<string> {
  for await (const line of reportBatch(database, batchId)) yield `${JSON.stringify(line)}\n`;
  for (const { file, reason } of problems) yield `${JSON.stringify(notTakenIn(file, reason))}\n`;
}

/** A file that could not be taken in has no document, but it stands in the report like every other. */
function notTakenIn(file: string, reason: string): Record<string, unknown> {
  return {
    ...{ file, documentId: null, state: 'rejected', reason, channel: null, pages: 0, receivedAt: null },
    ...{ receiptDate: null, intents: [], account: null, queues: [], dueAt: null, fields: {}, text: '' },
  };
}
