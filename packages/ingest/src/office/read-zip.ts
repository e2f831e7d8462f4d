import { inflateRawSync } from 'node:zlib';
import { badDocument } from '../bad-document.ts';

/** The files of a zip, unpacked when asked for. */
export interface Zip {
  readonly names: readonly string[];
  /** Undefined when there is no such file. Throws BadDocumentError: damaged, encrypted, too large. */
  read(name: string): Buffer | undefined;
}

interface Entry {
  readonly offset: number;
  readonly packedLength: number;
  readonly method: number;
  readonly encrypted: boolean;
}

const directoryEnd = Buffer.from('PK\x05\x06', 'latin1');
const directoryEndLength = 22;
const longestComment = 65_535;
const directoryEntryLength = 46;
const localHeaderLength = 30;
const [stored, deflated] = [0, 8];
const maxEntries = 5000;
/** What one archive may unpack to: an office document's text is a few megabytes. */
const maxUnpackedBytes = 100_000_000;

/** Reads the directory of a zip (APPNOTE 6.3, without zip64 and split archives). Throws BadDocumentError. */
export function readZip(bytes: Buffer): Zip {
  const entries = readDirectory(bytes);
  let left = maxUnpackedBytes;
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      if (!entry) return undefined;
      if (entry.encrypted) throw badDocument.encrypted();
      const content = unpack(bytes, entry, left);
      left -= content.length;
      return content;
    },
  };
}

function readDirectory(bytes: Buffer): Map<string, Entry> {
  const end = bytes.lastIndexOf(directoryEnd);
  if (
    end < 0 ||
    end < bytes.length - directoryEndLength - longestComment ||
    end + directoryEndLength > bytes.length
  )
    throw damaged();
  const count = bytes.readUInt16LE(end + 10);
  if (count > maxEntries) throw badDocument.unpacksTooLarge();
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + directoryEntryLength > end) throw damaged();
    const nameEnd = at + directoryEntryLength + bytes.readUInt16LE(at + 28);
    entries.set(bytes.toString('utf8', at + directoryEntryLength, nameEnd), {
      offset: bytes.readUInt32LE(at + 42),
      packedLength: bytes.readUInt32LE(at + 20),
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function unpack(bytes: Buffer, { offset, packedLength, method }: Entry, left: number): Buffer {
  if (offset + localHeaderLength > bytes.length) throw damaged();
  const start =
    offset + localHeaderLength + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const packed = bytes.subarray(start, start + packedLength);
  if (method === stored) return packed;
  if (method !== deflated) throw damaged();
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    if (error instanceof RangeError) throw badDocument.unpacksTooLarge();
    throw damaged(error);
  }
}

function damaged(cause?: unknown) {
  return badDocument.damaged('Das Dokument', cause);
}
