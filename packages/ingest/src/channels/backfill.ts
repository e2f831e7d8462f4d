import { setTimeout } from 'node:timers/promises';
import { messageOf } from '@mailroom/core';
import { countInWork, type Database, findArrival } from '@mailroom/database';
import { openPace } from '../sources/pace.ts';
import type { Source, SourceFile } from '../sources/source.ts';
import type { Intake } from './intake.ts';
import { patiently } from './patiently.ts';
import { takeFile } from './take-file.ts';

export interface BackfillProgress {
  readonly found: number;
  /** Known from an earlier run and unchanged: not read again. */
  readonly known: number;
  /** Taken in by this run, and of these the ones whose bytes were new. */
  readonly taken: number;
  readonly fresh: number;
  /** Files that could not be taken in, with the reason in words. */
  readonly problems: readonly { readonly file: string; readonly reason: string }[];
}

export interface BackfillOptions {
  readonly database: Database;
  readonly intake: Intake;
  readonly batchId: number;
  readonly priority: number;
  readonly maxBytes: number;
  /** Files taken in; without it as fast as they are worked on. */
  readonly perMinute?: number | undefined;
  onProgress?(progress: BackfillProgress): void;
}

/** Files read at the same time; more only waits for the disk. */
const atOnce = 4;
/** The tree may hold millions of files: no more than this many documents wait for work at a time. */
const mostInWork = 2000;

/** Takes in every file of a source. Run again it takes in only what is new or changed. */
export async function backfill(source: Source, options: BackfillOptions): Promise<BackfillProgress> {
  const progress = {
    found: 0,
    known: 0,
    taken: 0,
    fresh: 0,
    problems: [] as { file: string; reason: string }[],
  };
  const files = source.files();
  const pace = openPace(options.perMinute);
  const worker = async () => {
    for (;;) {
      const { value: file, done } = await files.next();
      if (done) return;
      progress.found += 1;
      if (progress.found % 200 === 0) await waitForRoom(options.database);
      await takeOne(file, options, progress, pace);
      options.onProgress?.(progress);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return progress;
}

async function takeOne(
  file: SourceFile,
  { database, intake, batchId, priority, maxBytes }: BackfillOptions,
  progress: { known: number; taken: number; fresh: number; problems: { file: string; reason: string }[] },
  pace: () => Promise<void>,
): Promise<void> {
  try {
    if (await patiently(() => isKnown(file, database, batchId))) {
      progress.known += 1;
      return;
    }
    await pace();
    const { isNew } = await patiently(() => takeFile(file, intake, { batchId, priority, maxBytes }));
    progress.taken += 1;
    if (isNew) progress.fresh += 1;
  } catch (error) {
    // One file that cannot be read does not stop the others; it stands in the report with its reason.
    progress.problems.push({ file: file.path, reason: messageOf(error) });
  }
}

async function isKnown(file: SourceFile, database: Database, batchId: number): Promise<boolean> {
  const known = await findArrival(database, batchId, file.path);
  if (!known) return false;
  const { bytes, modifiedMs } = await file.stamp();
  return known.bytes === bytes && known.modifiedMs === modifiedMs;
}

async function waitForRoom(database: Database): Promise<void> {
  while ((await patiently(() => countInWork(database))) > mostInWork) await setTimeout(200);
}
