import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { BadDocumentError } from '@mailroom/core';
import type { Registration } from '@mailroom/database';
import { describeFile } from './describe-file.ts';
import type { Incoming, Intake } from './intake.ts';
import { type Stacks, takeApart } from './take-apart.ts';
import type { FoundFile } from './walk.ts';

export interface TakeFileOptions {
  readonly batchId: number;
  /** The path as it is recorded, relative to the folder that is taken in. */
  readonly recordedPath: string;
  readonly priority: number;
  readonly maxBytes: number;
  /** With it a stack becomes a document for each of its letters. */
  readonly stacks?: Stacks | undefined;
}

/** Takes one file in, with its side file. Throws BadDocumentError when it is too large to be taken in. */
export async function takeFile(
  file: FoundFile,
  intake: Intake,
  options: TakeFileOptions,
): Promise<Registration> {
  const { size, mtimeMs } = await stat(file.path);
  if (size > options.maxBytes) throw tooLarge(size, options.maxBytes);
  const bytes = await readFile(file.path);
  const sideFileJson = file.sideFile === undefined ? undefined : await readFile(file.sideFile, 'utf8');
  const { batchId, recordedPath, priority } = options;
  const { mediaType, channel, receivedAt, sender, doubt } = describeFile(bytes, sideFileJson, new Date());
  const incoming: Incoming = {
    ...{ batchId, path: recordedPath, fileName: basename(file.path), bytes, modifiedMs: Math.trunc(mtimeMs) },
    ...{ mediaType, channel, receivedAt, sender, doubt, priority },
  };
  return options.stacks ? takeApart(incoming, options.stacks, intake) : intake.take(incoming);
}

function tooLarge(size: number, maxBytes: number): BadDocumentError {
  const inMb = (bytes: number) => Math.round(bytes / 1e6).toLocaleString('de-DE');
  return new BadDocumentError(
    'file-too-large',
    `Die Datei ist mit ${inMb(size)} MB zu groß, erlaubt sind ${inMb(maxBytes)} MB. Bitte in kleinere Dateien teilen.`,
  );
}
