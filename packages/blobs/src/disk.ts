import { randomUUID } from 'node:crypto';
import { access, type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BlobStore } from './blob-store.ts';
import { BlobDamagedError, BlobMissingError } from './errors.ts';
import { sha256Of } from './sha256.ts';

/** A blob store in a folder: `ab/cd/abcd...`, two levels so that no folder grows too large. */
export function diskBlobs(folder: string): BlobStore {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

  async function get(sha256: string): Promise<Buffer> {
    const bytes = await readFile(pathOf(sha256)).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? new BlobMissingError(sha256, folder) : error;
    });
    if (sha256Of(bytes) !== sha256) throw new BlobDamagedError(sha256, folder);
    return bytes;
  }

  return {
    get,
    has: (sha256) => exists(pathOf(sha256)),
    async put(bytes) {
      const sha256 = sha256Of(bytes);
      const path = pathOf(sha256);
      if (await exists(path)) await get(sha256);
      else await write(path, bytes);
      // Also when it was there: whoever wrote it may have ended before its name was durable.
      await syncFolder(dirname(path));
      return sha256;
    },
  };
}

/**
 * Written under a temporary name, synced, then renamed to its final one: a crash leaves no half blob. Two writers
 * of the same name write the same bytes. The name itself is durable when its folder is synced.
 */
async function write(path: string, bytes: Buffer): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await openNew(temporary);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Most folders are there: one is made when it is missing. */
async function openNew(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', 0o440);
  } catch (error) {
    if (!isErrno(error, 'ENOENT')) throw error;
    await makeFolder(dirname(path));
    return open(path, 'wx', 0o440);
  }
}

/** Its name is made durable too. Somebody else may be making it. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return;
    if (!isErrno(error, 'ENOENT')) throw error;
    await makeFolder(dirname(folder));
    return makeFolder(folder);
  }
  await syncFolder(dirname(folder));
}

const isErrno = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code;

/** The name of a new file is durable only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
