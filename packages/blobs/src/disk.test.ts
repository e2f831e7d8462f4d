import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskBlobs } from './disk.ts';
import { blobStoreContract } from './testing/blob-store.contract.ts';

blobStoreContract('blobs on disk', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mailroom-blobs-'));
  return {
    blobs: diskBlobs(folder),
    async list() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
    },
    async damage(sha256, bytes) {
      const path = join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
      await chmod(path, 0o600);
      await writeFile(path, bytes);
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
});
