import { badDocument } from '../bad-document.ts';

/** Text and bytes by tag; numbers and dates are left out. */
export type MapiProperties = ReadonlyMap<number, string | Buffer>;

export const mapiTag = {
  subject: 0x0037,
  body: 0x1000,
  compressedRtf: 0x1009,
  html: 0x1013,
  attachedData: 0x3701,
  fileName: 0x3704,
  longFileName: 0x3707,
};

const [string8, unicode, object, binary] = [0x1e, 0x1f, 0x0d, 0x102];
const multiple = 0x1000;
/** Length of a value of each type of fixed size, with its padding. */
const fixedLength: Readonly<Record<number, number>> = {
  1: 0,
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
};

/** Reads a list of MAPI properties ([MS-OXTNEF] 2.1.3.4). Throws BadDocumentError when it is cut off. */
export function readMapiProperties(data: Buffer): MapiProperties {
  const properties = new Map<number, string | Buffer>();
  const cursor = cursorOn(data);
  const count = cursor.long();
  for (let index = 0; index < count; index += 1) {
    const type = cursor.short();
    const tag = cursor.short();
    if (tag >= 0x8000) skipName(cursor);
    const value = readValue(cursor, type);
    if (value !== undefined) properties.set(tag, value);
  }
  return properties;
}

interface Cursor {
  short(): number;
  long(): number;
  /** Takes so many bytes, and the padding to a multiple of four. */
  take(length: number): Buffer;
}

function cursorOn(data: Buffer): Cursor {
  let at = 0;
  function move(length: number): number {
    if (at + length > data.length) throw badDocument.damaged('Der Outlook-Anhang (winmail.dat)');
    at += length;
    return at - length;
  }
  return {
    short: () => data.readUInt16LE(move(2)),
    long: () => data.readUInt32LE(move(4)),
    take(length) {
      const start = move(length);
      at = Math.min(data.length, at + ((4 - (length % 4)) % 4));
      return data.subarray(start, start + length);
    },
  };
}

/** A property beyond the standard ones says its name. */
function skipName(cursor: Cursor): void {
  cursor.take(16);
  const isText = cursor.long() === 1;
  if (isText) cursor.take(cursor.long());
  else cursor.long();
}

/** The first value, when it is text or bytes. */
function readValue(cursor: Cursor, type: number): string | Buffer | undefined {
  const base = type & ~multiple;
  const fixed = fixedLength[base];
  if (fixed !== undefined) {
    const count = type & multiple ? cursor.long() : 1;
    for (let index = 0; index < count; index += 1) cursor.take(fixed);
    return undefined;
  }
  if (![string8, unicode, object, binary].includes(base))
    throw badDocument.damaged('Der Outlook-Anhang (winmail.dat)');
  const values = Array.from({ length: boundedCount(cursor.long()) }, () => cursor.take(cursor.long()));
  const [first] = values;
  if (first === undefined) return undefined;
  if (base === string8) return first.toString('latin1').replace(/\0+$/, '');
  return base === unicode ? first.toString('utf16le').replace(/\0+$/, '') : first;
}

/** A count that lies must not cost memory. */
function boundedCount(count: number): number {
  if (count > 10_000) throw badDocument.damaged('Der Outlook-Anhang (winmail.dat)');
  return count;
}
