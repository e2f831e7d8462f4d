import { type Channel, messageOf } from '@mailroom/core';
import { channelOf } from '../channel-of.ts';
import { readSideFile, type SideFile } from '../side-file.ts';
import { sniffMediaType } from '../sniff-media-type.ts';
import { readDirectories } from '../tiff/read-directories.ts';

/** What is known of a file before it is opened. */
export interface FileFacts extends SideFile {
  readonly mediaType: string;
  readonly channel: Channel;
  readonly receivedAt: Date;
  /** What is wrong with its side file; the document is taken in all the same, and a person looks at it. */
  readonly doubt: string | undefined;
}

/** Puts together what the bytes and the side file (its JSON text, if there is one) say. */
export function describeFile(bytes: Buffer, sideFileJson: string | undefined, now: Date): FileFacts {
  const mediaType = sniffMediaType(bytes);
  const { sideFile, doubt } = trySideFile(sideFileJson);
  const channel = channelOf(mediaType, firstTiffPage(bytes, mediaType), sideFile);
  return { ...sideFile, mediaType, channel, receivedAt: sideFile?.receivedAt ?? now, doubt };
}

function trySideFile(json: string | undefined): { sideFile?: SideFile; doubt: string | undefined } {
  if (json === undefined) return { doubt: undefined };
  try {
    return { sideFile: readSideFile(json), doubt: undefined };
  } catch (error) {
    return { doubt: messageOf(error) };
  }
}

function firstTiffPage(bytes: Buffer, mediaType: string): { kind: 'image'; xDpi: number } | undefined {
  if (mediaType !== 'image/tiff') return undefined;
  const [first] = readDirectories(bytes, 1).directories;
  return first && { kind: 'image', xDpi: first.xDpi };
}
