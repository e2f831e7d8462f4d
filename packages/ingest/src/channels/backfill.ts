import { stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { MisconfigurationError, messageOf } from '@mailroom/core';
import { countInWork, type Database, findArrival } from '@mailroom/database';
import type { Intake } from './intake.ts';
import { patiently } from './patiently.ts';
import { takeFile } from './take-file.ts';
import { type FoundFile, walk } from './walk.ts';

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
  onProgress?(progress: BackfillProgress): void;
}

/** Files read at the same time; more only waits for the disk. */
const atOnce = 4;
/** The tree may hold millions of files: no more than this many documents wait for work at a time. */
const mostInWork = 2000;

/** Takes in every file below `folder`. Run again it takes in only what is new or changed. */
export async function backfill(folder: string, options: BackfillOptions): Promise<BackfillProgress> {
  const progress = {
    found: 0,
    known: 0,
    taken: 0,
    fresh: 0,
    problems: [] as { file: string; reason: string }[],
  };
  const files = walk(resolve(folder));
  const worker = async () => {
    for (;;) {
      const { value: file, done } = await files.next();
      if (done) return;
      progress.found += 1;
      if (progress.found % 200 === 0) await waitForRoom(options.database);
      await takeOne(file, relative(resolve(folder), file.path), options, progress);
      options.onProgress?.(progress);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return progress;
}

/** Throws MisconfigurationError when there is no such folder. */
export async function requireFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return;
  const what = found ? 'is not a folder' : 'does not exist';
  throw new MisconfigurationError(
    'no-such-folder',
    `${resolve(folder)} ${what}. Give the folder that holds the documents.`,
  );
}

async function takeOne(
  file: FoundFile,
  recordedPath: string,
  { database, intake, batchId, priority, maxBytes }: BackfillOptions,
  progress: { known: number; taken: number; fresh: number; problems: { file: string; reason: string }[] },
): Promise<void> {
  try {
    if (await patiently(() => isKnown(file, recordedPath, database, batchId))) {
      progress.known += 1;
      return;
    }
    const { isNew } = await patiently(() =>
      takeFile(file, intake, { batchId, recordedPath, priority, maxBytes }),
    );
    progress.taken += 1;
    if (isNew) progress.fresh += 1;
  } catch (error) {
    // One file that cannot be read does not stop the others; it stands in the report with its reason.
    progress.problems.push({ file: recordedPath, reason: messageOf(error) });
  }
}

async function isKnown(
  file: FoundFile,
  recordedPath: string,
  database: Database,
  batchId: number,
): Promise<boolean> {
  const known = await findArrival(database, batchId, recordedPath);
  if (!known) return false;
  const { size, mtimeMs } = await stat(file.path);
  return known.bytes === size && known.modifiedMs === Math.trunc(mtimeMs);
}

async function waitForRoom(database: Database): Promise<void> {
  while ((await patiently(() => countInWork(database))) > mostInWork) await setTimeout(200);
}
