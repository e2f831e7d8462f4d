import { opendir } from 'node:fs/promises';
import { join } from 'node:path';

/** A file below a folder that may be a document, with its side file if there is one beside it. */
export interface FoundFile {
  readonly path: string;
  readonly sideFile: string | undefined;
  /** Why it was put aside, when somebody put both back. */
  readonly reasonFile?: string | undefined;
}

/** Of the file beside a document that says why a watched folder put it aside: it may be put back with the document. */
export const reasonEnding = '.reason.txt';

/**
 * Every file below `folder`, folder by folder in name order. Left out are hidden files, side files of a
 * document beside them, reasons for which one was put aside, and symbolic links (they may lead anywhere, and in circles).
 */
export async function* walk(folder: string): AsyncGenerator<FoundFile> {
  const { files, folders } = await list(folder);
  yield* withSideFiles(folder, files);
  for (const name of folders) yield* walk(join(folder, name));
}

/** The same without the folders below. */
export async function* walkFlat(folder: string): AsyncGenerator<FoundFile> {
  const { files } = await list(folder);
  yield* withSideFiles(folder, files);
}

async function list(folder: string): Promise<{ files: string[]; folders: string[] }> {
  const files: string[] = [];
  const folders: string[] = [];
  for await (const entry of await opendir(folder)) {
    if (entry.name.startsWith('.')) continue;
    if (entry.isFile()) files.push(entry.name);
    if (entry.isDirectory()) folders.push(entry.name);
  }
  return { files: files.sort(), folders: folders.sort() };
}

function* withSideFiles(folder: string, files: readonly string[]): Generator<FoundFile> {
  const names = new Set(files);
  for (const name of files) {
    if (isSideFile(name, names)) continue;
    const beside = (ending: string) => (names.has(name + ending) ? join(folder, name + ending) : undefined);
    yield { path: join(folder, name), sideFile: beside('.json'), reasonFile: beside(reasonEnding) };
  }
}

function isSideFile(name: string, names: ReadonlySet<string>): boolean {
  return ['.json', reasonEnding].some(
    (ending) => name.endsWith(ending) && names.has(name.slice(0, -ending.length)),
  );
}
