/**
 * One page of a TIFF as a file of its own, its encoded pixels untouched: what is handed on for a page of a long
 * document is then that page, and not the whole document again. Undefined for what is stored in an unusual way
 * (BigTIFF, old-style JPEG, missing sizes, pieces outside of the file): the whole file serves then.
 */
export function isolatePage(bytes: Buffer, directoryOffset: number): Buffer | undefined {
  const order = byteOrder(bytes);
  const entries = readEntries(bytes, directoryOffset, order);
  const pieces = entries && piecesOf(bytes, entries, order);
  return entries && pieces && write(entries, pieces, order);
}

interface Order {
  readonly little: boolean;
  short(from: Buffer, at: number): number;
  long(from: Buffer, at: number): number;
}

interface Entry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  /** The values, in the byte order of the file. */
  readonly data: Buffer;
}

const [compressionTag, oldJpeg] = [259, 6];
/** Where the pixels lie, and how long each piece is: in strips, or in tiles. */
const pieceTags = [
  { offsets: 273, lengths: 279 },
  { offsets: 324, lengths: 325 },
] as const;
/** They point to other directories of the file, which do not come along. */
const droppedTags = new Set([330, 34665, 34853]);
/** Bytes of one value by field type (TIFF 6.0, section 2). */
const valueSizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

function byteOrder(bytes: Buffer): Order {
  const little = bytes[0] === 0x49;
  return {
    little,
    short: (from, at) => (little ? from.readUInt16LE(at) : from.readUInt16BE(at)),
    long: (from, at) => (little ? from.readUInt32LE(at) : from.readUInt32BE(at)),
  };
}

function readEntries(bytes: Buffer, offset: number, order: Order): Entry[] | undefined {
  if (bytes.length < 8 || order.short(bytes, 2) !== 42 || offset + 2 > bytes.length) return undefined;
  const count = order.short(bytes, offset);
  if (offset + 2 + count * 12 > bytes.length) return undefined;
  const entries: Entry[] = [];
  for (let at = offset + 2; at < offset + 2 + count * 12; at += 12) {
    const [tag, type, values] = [
      order.short(bytes, at),
      order.short(bytes, at + 2),
      order.long(bytes, at + 4),
    ];
    const length = values * (valueSizes[type] ?? 0);
    const start = length <= 4 ? at + 8 : order.long(bytes, at + 8);
    if (start + length > bytes.length) return undefined;
    if (tag === compressionTag && order.short(bytes, at + 8) === oldJpeg) return undefined;
    if (!droppedTags.has(tag))
      entries.push({ tag, type, count: values, data: bytes.subarray(start, start + length) });
  }
  return entries;
}

interface Pieces {
  readonly offsetsTag: number;
  readonly data: readonly Buffer[];
}

function piecesOf(bytes: Buffer, entries: readonly Entry[], order: Order): Pieces | undefined {
  for (const tags of pieceTags) {
    const offsets = numbersOf(entries, tags.offsets, order);
    const lengths = numbersOf(entries, tags.lengths, order);
    if (offsets.length === 0 || offsets.length !== lengths.length) continue;
    const ranges = offsets.map((start, index) => ({ start, length: lengths[index] ?? 0 }));
    if (ranges.some(({ start, length }) => length === 0 || start + length > bytes.length)) return undefined;
    return {
      offsetsTag: tags.offsets,
      data: ranges.map(({ start, length }) => bytes.subarray(start, start + length)),
    };
  }
  return undefined;
}

function numbersOf(entries: readonly Entry[], tag: number, order: Order): number[] {
  const entry = entries.find((one) => one.tag === tag);
  if (!entry) return [];
  const size = valueSizes[entry.type] ?? 0;
  return Array.from({ length: entry.count }, (_, index) =>
    size === 2 ? order.short(entry.data, index * 2) : order.long(entry.data, index * 4),
  );
}

/** Header, directory, values that do not fit into it, pixels. */
function write(entries: readonly Entry[], pieces: Pieces, order: Order): Buffer {
  const directoryEnd = 8 + 2 + entries.length * 12 + 4;
  const valuesLength = entries.reduce((sum, entry) => sum + spilledLength(entry, pieces), 0);
  const { offsets, end } = layOut(pieces.data, directoryEnd + valuesLength);
  const target = Buffer.alloc(end);
  const putShort = (value: number, at: number) =>
    order.little ? target.writeUInt16LE(value, at) : target.writeUInt16BE(value, at);
  const putLong = (value: number, at: number) =>
    order.little ? target.writeUInt32LE(value, at) : target.writeUInt32BE(value, at);

  target.write(order.little ? 'II' : 'MM', 0, 'latin1');
  putShort(42, 2);
  putLong(8, 4);
  putShort(entries.length, 8);
  let spillAt = directoryEnd;
  for (const [index, entry] of entries.entries()) {
    const at = 10 + index * 12;
    const isOffsets = entry.tag === pieces.offsetsTag;
    putShort(entry.tag, at);
    putShort(isOffsets ? 4 : entry.type, at + 2);
    putLong(entry.count, at + 4);
    const length = isOffsets ? offsets.length * 4 : entry.data.length;
    const valueAt = length <= 4 ? at + 8 : spillAt;
    if (length > 4) putLong(spillAt, at + 8);
    if (isOffsets) for (const [piece, offset] of offsets.entries()) putLong(offset, valueAt + piece * 4);
    else entry.data.copy(target, valueAt);
    spillAt += spilledLength(entry, pieces);
  }
  for (const [piece, data] of pieces.data.entries()) data.copy(target, offsets[piece] ?? 0);
  return target;
}

function layOut(data: readonly Buffer[], start: number): { offsets: readonly number[]; end: number } {
  const offsets: number[] = [];
  let end = start;
  for (const { length } of data) {
    offsets.push(end);
    end += evenly(length);
  }
  return { offsets, end };
}

function spilledLength(entry: Entry, pieces: Pieces): number {
  const length = entry.tag === pieces.offsetsTag ? entry.count * 4 : entry.data.length;
  return length <= 4 ? 0 : evenly(length);
}

/** Offsets in a TIFF are even. */
function evenly(length: number): number {
  return length + (length % 2);
}
