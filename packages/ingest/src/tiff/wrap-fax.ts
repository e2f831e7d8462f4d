import type { Dpi } from '../dpi.ts';

/** CCITT data as PDF stores it (first bit highest), with /DecodeParms of ISO 32000-1, table 11. */
export interface FaxImage extends Dpi {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Below 0 is G4, 0 is G3 one-dimensional, above 0 is G3 mixed. */
  readonly k: number;
  readonly byteAlign: boolean;
  /** The codes for black runs show white. */
  readonly inverted: boolean;
}

/**
 * The same CCITT data as a TIFF of one strip: no pixel is decoded.
 * Undefined for the combinations that TIFF has no name for (lines without marks that are not aligned).
 */
export function wrapFax(data: Buffer, image: FaxImage): Buffer | undefined {
  const coding = tiffCoding(data, image);
  if (!coding) return undefined;
  const entries = [
    long(256, image.widthPx),
    long(257, image.heightPx),
    short(258, 1),
    short(259, coding.compression),
    short(262, image.inverted ? 1 : 0),
    short(266, 1),
    long(273, dataOffset),
    short(277, 1),
    long(278, image.heightPx),
    long(279, data.length),
    rational(282, resolutionOffset),
    rational(283, resolutionOffset + 8),
    ...(coding.options === undefined ? [] : [long(292, coding.options)]),
    short(296, 2),
  ];
  const header = Buffer.alloc(dataOffset);
  header.write('II*\0', 'latin1');
  header.writeUInt32LE(8, 4);
  header.writeUInt16LE(entries.length, 8);
  for (const [index, entry] of entries.entries()) entry.copy(header, 10 + index * 12);
  writeRational(header, resolutionOffset, image.xDpi);
  writeRational(header, resolutionOffset + 8, image.yDpi);
  return Buffer.concat([header, data]);
}

const resolutionOffset = 216;
const dataOffset = 232;

/** TIFF 6.0 section 11: compression 2 has aligned lines without marks, 3 has a mark before every line, 4 is G4. */
function tiffCoding(
  data: Buffer,
  { k, byteAlign }: FaxImage,
): { compression: number; options?: number } | undefined {
  if (k < 0) return byteAlign ? undefined : { compression: 4 };
  if (startsWithEndOfLine(data)) return { compression: 3, options: (k > 0 ? 1 : 0) | (byteAlign ? 4 : 0) };
  return k === 0 && byteAlign ? { compression: 2 } : undefined;
}

/** Eleven zeros and a one, after any number of zeros to fill a byte. */
function startsWithEndOfLine(data: Buffer): boolean {
  const bits = data.subarray(0, 8).reduce((text, byte) => text + byte.toString(2).padStart(8, '0'), '');
  return /^0{11,}1/.test(bits);
}

function entry(tag: number, type: number, value: number): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt16LE(tag, 0);
  bytes.writeUInt16LE(type, 2);
  bytes.writeUInt32LE(1, 4);
  if (type === 3) bytes.writeUInt16LE(value, 8);
  else bytes.writeUInt32LE(value, 8);
  return bytes;
}

const short = (tag: number, value: number) => entry(tag, 3, value);
const long = (tag: number, value: number) => entry(tag, 4, value);
const rational = (tag: number, offset: number) => entry(tag, 5, offset);

function writeRational(header: Buffer, offset: number, value: number): void {
  header.writeUInt32LE(Math.round(value * 100), offset);
  header.writeUInt32LE(100, offset + 4);
}
