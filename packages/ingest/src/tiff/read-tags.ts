/** The values of one directory by tag: whole numbers, and texts without their ending zeros. */
export interface TiffTags {
  readonly numbers: ReadonlyMap<number, readonly number[]>;
  readonly texts: ReadonlyMap<number, string>;
}

/** Longer values (strips, colour maps) are nothing to tell about a page. */
const mostValues = 4096;

/**
 * Reads the numbers and texts of the directory at `offset` of a classic TIFF (for where they are see
 * readDirectories). What is cut off or of another type is left out; BigTIFF gives nothing.
 */
export function readTags(bytes: Buffer, offset: number): TiffTags {
  const numbers = new Map<number, readonly number[]>();
  const texts = new Map<number, string>();
  const little = bytes[0] === 0x49;
  const short = (at: number) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const long = (at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  if (offset + 2 > bytes.length || short(2) !== 42) return { numbers, texts };
  const end = Math.min(offset + 2 + short(offset) * 12, bytes.length - 11);
  for (let at = offset + 2; at < end; at += 12) {
    const [tag, type, count] = [short(at), short(at + 2), long(at + 4)];
    const size = sizes[type];
    if (size === undefined || count > mostValues) continue;
    const start = count * size <= 4 ? at + 8 : long(at + 8);
    if (start + count * size > bytes.length) continue;
    if (type === typeText) texts.set(tag, textAt(bytes, start, count));
    else
      numbers.set(
        tag,
        Array.from({ length: count }, (_, index) => (size === 2 ? short : long)(start + index * size)),
      );
  }
  return { numbers, texts };
}

const typeText = 2;
/** Bytes of a value: text, short, long. */
const sizes: Readonly<Record<number, number>> = { [typeText]: 1, 3: 2, 4: 4 };

function textAt(bytes: Buffer, start: number, length: number): string {
  return bytes.toString('latin1', start, start + length).replace(/\0+$/, '');
}
