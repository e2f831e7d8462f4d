import { setTimeout } from 'node:timers/promises';
import { messageOf } from '@mailroom/core';
import { countInWork, type Database, findArrivals, type KnownArrival } from '@mailroom/database';
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

/** Files taken in at the same time; more only waits for the disk. */
const atOnce = 8;
/** Files of which the database is asked at once what is known of them. */
const portion = 200;
/** The tree may hold millions of files: no more than this many documents wait for work at a time. */
const mostInWork = 2000;

/** Takes in every file of a source. Run again it takes in only what is new or changed. */
export async function backfill(source: Source, options: BackfillOptions): Promise<BackfillProgress> {
  const progress: Progress = { found: 0, known: 0, taken: 0, fresh: 0, problems: [] };
  const { database, batchId } = options;
  const pace = openPace(options.perMinute);
  const files = source.files();
  for (;;) {
    const some = await nextOf(files, portion);
    if (some.length === 0) return progress;
    await waitForRoom(database);
    const paths = some.map(({ path }) => path);
    const known = await patiently(() => findArrivals(database, batchId, paths));
    await inHands(some, async (file) => {
      progress.found += 1;
      await takeOne(file, known.get(file.path), { ...options, pace }, progress);
      options.onProgress?.(progress);
    });
  }
}

type Progress = { -readonly [Key in keyof BackfillProgress]: BackfillProgress[Key] } & {
  readonly problems: { file: string; reason: string }[];
};

async function nextOf(files: AsyncIterator<SourceFile>, most: number): Promise<readonly SourceFile[]> {
  const some: SourceFile[] = [];
  while (some.length < most) {
    const { value: file, done } = await files.next();
    if (done) break;
    some.push(file);
  }
  return some;
}

async function inHands(files: readonly SourceFile[], take: (file: SourceFile) => Promise<void>) {
  const left = files.values();
  const hand = async () => {
    for (const file of left) await take(file);
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
}

async function takeOne(
  file: SourceFile,
  known: KnownArrival | undefined,
  { intake, batchId, priority, maxBytes, pace }: BackfillOptions & { pace: () => Promise<void> },
  progress: Progress,
): Promise<void> {
  try {
    if (known && (await isUnchanged(file, known))) {
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

async function isUnchanged(file: SourceFile, known: KnownArrival): Promise<boolean> {
  const { bytes, modifiedMs } = await file.stamp();
  return known.bytes === bytes && known.modifiedMs === modifiedMs;
}

async function waitForRoom(database: Database): Promise<void> {
  while ((await patiently(() => countInWork(database))) > mostInWork) await setTimeout(200);
}
