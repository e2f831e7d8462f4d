import { readFile, stat } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import { MisconfigurationError } from '@mailroom/core';
import { type FoundFile, walk } from '../channels/walk.ts';
import type { Source, SourceFile } from './source.ts';

/** Every file below a folder. @throws MisconfigurationError when there is no such folder */
export async function folderSource(folder: string): Promise<Source> {
  const root = resolve(folder);
  const found = await stat(root).catch(() => undefined);
  if (!found?.isDirectory()) {
    const what = found ? 'is not a folder' : 'does not exist';
    throw new MisconfigurationError(
      'no-such-folder',
      `${root} ${what}. Give the folder that holds the documents.`,
    );
  }
  return { name: root, files: () => filesBelow(root) };
}

async function* filesBelow(root: string): AsyncGenerator<SourceFile> {
  for await (const file of walk(root)) yield fileOnDisk(file, relative(root, file.path));
}

/** `recordedPath`: by what it is known later. */
export function fileOnDisk({ path, sideFile }: FoundFile, recordedPath: string): SourceFile {
  return {
    path: recordedPath,
    name: basename(path),
    async stamp() {
      const { size, mtimeMs } = await stat(path);
      return { bytes: size, modifiedMs: Math.trunc(mtimeMs) };
    },
    read: () => readFile(path),
    readSideFile: async () => (sideFile === undefined ? undefined : readFile(sideFile, 'utf8')),
  };
}
