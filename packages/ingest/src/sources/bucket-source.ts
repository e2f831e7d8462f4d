import { basename } from 'node:path/posix';
import type { BucketFolder, FoundObject } from '@mailroom/blobs';
import { patiently } from '../channels/patiently.ts';
import type { Source, SourceFile } from './source.ts';

/** Every object below a prefix of a bucket, in the order of its keys. Objects whose name starts with a dot are left out. */
export function bucketSource(folder: BucketFolder): Source {
  return { name: folder.name, files: () => filesOf(folder) };
}

async function* filesOf(folder: BucketFolder): AsyncGenerator<SourceFile> {
  for await (const found of objectsOf(folder)) {
    if (/(^|\/)\./.test(found.path) || found.path.endsWith('/')) continue;
    if (await patiently(() => isSideFile(found, folder))) continue;
    yield {
      path: found.path,
      name: basename(found.path),
      stamp: async () => found,
      read: () => folder.read(found.path),
      async readSideFile() {
        const path = `${found.path}${ending}`;
        return (await folder.has(path)) ? (await folder.read(path)).toString('utf8') : undefined;
      },
    };
  }
}

/** A portion at a time; with the service away in the middle it goes on where it was. */
async function* objectsOf(folder: BucketFolder): AsyncGenerator<FoundObject> {
  let after: string | undefined;
  do {
    const found = await patiently(() => folder.list(after));
    yield* found;
    after = found.at(-1)?.path;
  } while (after !== undefined);
}

const ending = '.json';

/** The document itself may stand anywhere in the order of keys, so it is asked for. */
async function isSideFile({ path }: FoundObject, folder: BucketFolder): Promise<boolean> {
  return path.endsWith(ending) && (await folder.has(path.slice(0, -ending.length)));
}
