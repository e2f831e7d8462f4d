import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { BadDocumentError, messageOf, TemporaryError } from '@mailroom/core';
import { fileOnDisk } from '../sources/folder-source.ts';
import type { Intake } from './intake.ts';
import type { Stacks } from './take-apart.ts';
import { takeFile } from './take-file.ts';
import { type FoundFile, reasonEnding, walkFlat } from './walk.ts';

export interface WatchedFolder {
  /** Finishes the file in hand. */
  close(): Promise<void>;
}

export interface WatchOptions {
  readonly folder: string;
  readonly intake: Intake;
  readonly priority: number;
  readonly maxBytes: number;
  readonly intervalMs?: number;
  /** With it stacks are taken apart. */
  readonly stacks?: Stacks | undefined;
}

/**
 * Polls a folder (so it may lie on a network share). A file is taken when its size, time and content did not change
 * from one look to the next; it moves to `done/` after the commit, to `problem/` when it cannot be taken in, with the
 * reason beside it.
 */
export function watchFolder(options: WatchOptions): WatchedFolder {
  const stopping = new AbortController();
  const loop = pollUntil(stopping.signal, options);
  return {
    async close() {
      stopping.abort();
      await loop;
    },
  };
}

/** A file as it was at the last look; its content is read only when size and time stand still. */
interface Sight {
  readonly stamp: string;
  readonly sha256?: string;
}

async function pollUntil(stop: AbortSignal, options: WatchOptions): Promise<void> {
  const { folder, intervalMs = 1000 } = options;
  let seen = new Map<string, Sight>();
  while (!stop.aborted) {
    seen = await look(seen, options, stop).catch((error: unknown) => {
      process.stderr.write(`watched folder ${folder}: ${messageOf(error)}\n`);
      return seen;
    });
    await setTimeout(intervalMs, undefined, { signal: stop }).catch(() => undefined); // aborted: stop at once
  }
}

/** Takes what is as it was at the last look; returns what was seen at this one. */
async function look(
  before: ReadonlyMap<string, Sight>,
  options: WatchOptions,
  stop: AbortSignal,
): Promise<Map<string, Sight>> {
  const now = new Map<string, Sight>();
  // At every look: a share may be away at the start, or come back empty.
  for (const name of ['done', 'problem']) await mkdir(join(options.folder, name), { recursive: true });
  for await (const file of walkFlat(options.folder)) {
    if (stop.aborted) return now;
    try {
      const sight = await lookAt(file, before.get(file.path), options);
      if (sight) now.set(file.path, sight);
    } catch (error) {
      // With the database away no file can be taken; one that cannot be read must not hold up those behind it.
      if (error instanceof TemporaryError) throw error;
      process.stderr.write(`${file.path}: ${messageOf(error)}; left where it is\n`);
    }
  }
  return now;
}

/** Undefined when the file is done with. */
async function lookAt(
  file: FoundFile,
  before: Sight | undefined,
  options: WatchOptions,
): Promise<Sight | undefined> {
  const stamp = await stampOf(file);
  if (before?.stamp !== stamp) return { stamp };
  if (before.sha256 === undefined) return { stamp, sha256: await digestOf(createReadStream(file.path)) };
  await takeAndMove(file, before.sha256, options);
  return undefined;
}

async function digestOf(bytes: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of bytes) hash.update(chunk);
  return hash.digest('hex');
}

async function stampOf({ path, sideFile }: FoundFile): Promise<string> {
  const stamps = [path, ...(sideFile ? [sideFile] : [])].map(async (one) => {
    const { size, mtimeMs } = await stat(one);
    return `${size}@${mtimeMs}`;
  });
  return (await Promise.all(stamps)).join(' ');
}

async function takeAndMove(
  file: FoundFile,
  sha256: string,
  { folder, intake, priority, maxBytes, stacks }: WatchOptions,
): Promise<void> {
  const receivedAt = new Date();
  const day = receivedAt.toISOString().slice(0, 10);
  try {
    const batchId = await intake.openBatch({ name: `${folder} ${day}`, source: 'folder', receivedAt });
    const recordedPath = `${basename(file.path)} ${receivedAt.toISOString()}`;
    const onDisk = fileOnDisk(file, recordedPath);
    const read = async () => {
      const bytes = await onDisk.read();
      if ((await digestOf([bytes])) !== sha256) throw new Error('it is still being written');
      return bytes;
    };
    await takeFile({ ...onDisk, read }, intake, { batchId, priority, maxBytes, stacks });
  } catch (error) {
    // Only a file that is itself at fault is put aside.
    if (!(error instanceof BadDocumentError)) throw error;
    process.stderr.write(`${file.path}: ${error.message}\n`);
    const put = await move(file, join(folder, 'problem'));
    return writeFile(`${put}${reasonEnding}`, `${error.message}\n`);
  }
  await move(file, join(folder, 'done'));
}

/** Returns where the file is now. */
async function move({ path, sideFile, reasonFile }: FoundFile, target: string): Promise<string> {
  const put = await freeName(target, basename(path));
  await rename(path, put);
  // Alone the reason would be the next document.
  for (const beside of [sideFile, reasonFile])
    if (beside) await rename(beside, await freeName(target, basename(beside)));
  return put;
}

/** Never over a file that is already there. */
async function freeName(folder: string, name: string): Promise<string> {
  for (let count = 0; ; count += 1) {
    const candidate = join(folder, count === 0 ? name : `${count}-${name}`);
    const taken = await stat(candidate).then(
      () => true,
      () => false,
    );
    if (!taken) return candidate;
  }
}
