import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { diskBlobs } from './disk.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailroom-blobs-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const letter = Buffer.from('ein Brief');

test('what is put comes back by its hash', async () => {
  const blobs = diskBlobs(folder);
  const sha256 = await blobs.put(letter);
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(await blobs.get(sha256)).toEqual(letter);
  expect(await blobs.has(sha256)).toBe(true);
});

test('many writers of the same bytes leave one file and no temporary one', async () => {
  const blobs = diskBlobs(folder);
  const hashes = await Promise.all(Array.from({ length: 20 }, () => blobs.put(letter)));
  expect(new Set(hashes).size).toBe(1);
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  expect(files.map((entry) => entry.name)).toEqual([hashes[0]]);
});

test('a blob that is not there says so', async () => {
  await expect(diskBlobs(folder).get('0'.repeat(64))).rejects.toMatchObject({ code: 'blob-missing' });
});

test('a blob whose bytes changed on the disk is never returned', async () => {
  const blobs = diskBlobs(folder);
  const sha256 = await blobs.put(letter);
  const path = join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  await chmod(path, 0o600);
  await writeFile(path, 'ein anderer Brief');
  await expect(blobs.get(sha256)).rejects.toMatchObject({ code: 'blob-damaged' });
  await expect(blobs.put(letter)).rejects.toMatchObject({ code: 'blob-damaged' });
});
