import { BadDocumentError } from '@mailroom/core';
import type { Registration } from '@mailroom/database';
import type { SourceFile } from '../sources/source.ts';
import { describeFile } from './describe-file.ts';
import type { Incoming, Intake } from './intake.ts';
import { type Stacks, takeApart } from './take-apart.ts';

export interface TakeFileOptions {
  readonly batchId: number;
  readonly priority: number;
  readonly maxBytes: number;
  /** With it a stack becomes a document for each of its letters. */
  readonly stacks?: Stacks | undefined;
}

/** Takes one file in, with its side file. Throws BadDocumentError when it is too large to be taken in. */
export async function takeFile(
  file: SourceFile,
  intake: Intake,
  options: TakeFileOptions,
): Promise<Registration> {
  const { bytes: size, modifiedMs } = await file.stamp();
  if (size > options.maxBytes) throw tooLarge(size, options.maxBytes);
  const [bytes, sideFileJson] = await Promise.all([file.read(), file.readSideFile()]);
  const { batchId, priority } = options;
  const { mediaType, channel, receivedAt, sender, doubt } = describeFile(bytes, sideFileJson, new Date());
  const incoming: Incoming = {
    ...{ batchId, path: file.path, fileName: file.name, bytes, modifiedMs },
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
