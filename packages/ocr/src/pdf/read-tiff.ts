/** The fields of one sub-image of a TIFF that decide whether its bytes can go into a PDF as they are. */
export interface TiffImage {
  readonly width: number;
  readonly height: number;
  readonly compression: number;
  /** 0: 0 is white (as faxes), 1: 0 is black. */
  readonly photometric: number;
  /** 1: the first pixel is the highest bit; 2: the lowest. */
  readonly fillOrder: number;
  readonly strips: readonly Buffer[];
}

const tag = {
  width: 256,
  height: 257,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  stripOffsets: 273,
  stripByteCounts: 279,
} as const;

/** Sizes of the value types that matter here: BYTE, SHORT, LONG (TIFF 6.0, section 2). */
const sizes: Record<number, number> = { 1: 1, 3: 2, 4: 4 };

/** Undefined when the bytes are no such TIFF, or one that is cut off or made of tiles. */
export function readTiff(bytes: Buffer, subImage: number): TiffImage | undefined {
  try {
    const little = bytes.toString('latin1', 0, 4) === 'II*\0';
    if (!little && bytes.toString('latin1', 0, 4) !== 'MM\0*') return undefined;
    const fields = readDirectory(createView(bytes, little), subImage);
    return fields ? toImage(bytes, fields) : undefined;
  } catch (error) {
    // An offset that points outside: sharp may still be able to read what there is.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

interface View {
  short(at: number): number;
  long(at: number): number;
  byte(at: number): number;
}

function createView(bytes: Buffer, little: boolean): View {
  return {
    byte: (at) => bytes.readUInt8(at),
    short: (at) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at)),
    long: (at) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)),
  };
}

type Fields = ReadonlyMap<number, readonly number[]>;

function readDirectory(view: View, subImage: number): Fields | undefined {
  let at = view.long(4);
  for (let index = 0; index < subImage && at !== 0; index += 1) at = view.long(at + 2 + view.short(at) * 12);
  if (at === 0) return undefined;
  const fields = new Map<number, readonly number[]>();
  const wanted: readonly number[] = Object.values(tag);
  for (let index = 0; index < view.short(at); index += 1) {
    const entry = at + 2 + index * 12;
    if (wanted.includes(view.short(entry))) fields.set(view.short(entry), readValues(view, entry));
  }
  return fields;
}

const maxValues = 100_000;

function readValues(view: View, entry: number): number[] {
  const type = view.short(entry + 2);
  const size = sizes[type] ?? 0;
  const count = size === 0 ? 0 : Math.min(maxValues, view.long(entry + 4));
  const start = size * count <= 4 ? entry + 8 : view.long(entry + 8);
  const read = type === 1 ? view.byte : type === 3 ? view.short : view.long;
  return Array.from({ length: count }, (_, index) => read(start + index * size));
}

function toImage(bytes: Buffer, fields: Fields): TiffImage | undefined {
  const first = (field: number, otherwise = 0): number => fields.get(field)?.[0] ?? otherwise;
  const offsets = fields.get(tag.stripOffsets) ?? [];
  const counts = fields.get(tag.stripByteCounts) ?? [];
  const strips = offsets.map((offset, index) => bytes.subarray(offset, offset + (counts[index] ?? 0)));
  const complete = strips.length > 0 && strips.every((strip, index) => strip.length === counts[index]);
  if (!complete) return undefined;
  return {
    width: first(tag.width),
    height: first(tag.height),
    compression: first(tag.compression, 1),
    photometric: first(tag.photometric),
    fillOrder: first(tag.fillOrder, 1),
    strips,
  };
}
