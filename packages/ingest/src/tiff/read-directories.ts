/** What one directory (page) of a TIFF says about its image; resolutions in dots per inch, 0 when absent. */
export interface TiffDirectory {
  /** Where it stands in the file. */
  readonly offset: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly xDpi: number;
  readonly yDpi: number;
  readonly orientation: number;
  /** A smaller version of another page (tag 254 bit 0, or tag 255 = 2). */
  readonly reduced: boolean;
}

/**
 * The main chain of directories in file order, as libtiff numbers them. Stops at the first one that is cut off,
 * at a loop, and at `limit`; `cutOff` tells that more were announced.
 */
export function readDirectories(
  bytes: Buffer,
  limit: number,
): { directories: TiffDirectory[]; cutOff: boolean } {
  const reader = readerOf(bytes);
  const directories: TiffDirectory[] = [];
  const seen = new Set<number>();
  let offset = reader.firstDirectory();
  while (offset !== 0 && directories.length < limit) {
    if (seen.has(offset)) return { directories, cutOff: true };
    seen.add(offset);
    const directory = reader.directory(offset);
    if (!directory) return { directories, cutOff: true };
    directories.push({ offset, ...toDirectory(directory.tags) });
    offset = directory.next;
  }
  return { directories, cutOff: offset !== 0 };
}

type Tags = ReadonlyMap<number, number>;

function toDirectory(tags: Tags): Omit<TiffDirectory, 'offset'> {
  const perInch = tags.get(296) === 3 ? 2.54 : tags.get(296) === 1 ? 0 : 1;
  return {
    widthPx: tags.get(256) ?? 0,
    heightPx: tags.get(257) ?? 0,
    xDpi: (tags.get(282) ?? 0) * perInch,
    yDpi: (tags.get(283) ?? 0) * perInch,
    orientation: tags.get(274) ?? 1,
    reduced: ((tags.get(254) ?? 0) & 1) === 1 || tags.get(255) === 2,
  };
}

interface Reader {
  firstDirectory(): number;
  directory(offset: number): { tags: Tags; next: number } | undefined;
}

/** Classic TIFF and BigTIFF, either byte order. Reads past the end give undefined, never an exception. */
function readerOf(bytes: Buffer): Reader {
  const little = bytes[0] === 0x49;
  const short = (at: number) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const long = (at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const huge = (at: number) => Number(little ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at));
  const big = bytes.length >= 16 && short(2) === 43;
  const pointer = big ? huge : long;
  const size = big
    ? { count: 8, entry: 20, pointer: 8, value: 12 }
    : { count: 2, entry: 12, pointer: 4, value: 8 };
  const fits = (at: number, length: number) => at >= 0 && at + length <= bytes.length;

  const tagValue = (at: number): number => {
    const type = short(at + 2);
    if (type === typeShort) return short(at + size.value);
    if (type === typeLong || type === typeIfd) return long(at + size.value);
    if (type !== typeRational) return 0;
    const target = big ? at + size.value : long(at + size.value);
    return fits(target, 8) ? long(target) / (long(target + 4) || 1) : 0;
  };

  return {
    firstDirectory: () => (fits(big ? 8 : 4, size.pointer) ? pointer(big ? 8 : 4) : 0),
    directory: (offset) => {
      if (!fits(offset, size.count)) return undefined;
      const count = big ? huge(offset) : short(offset);
      const end = offset + size.count + count * size.entry;
      if (count > 4096 || !fits(offset, end - offset)) return undefined;
      const starts = Array.from({ length: count }, (_, index) => offset + size.count + index * size.entry);
      const tags = new Map(starts.map((at) => [short(at), tagValue(at)]));
      // Some writers leave out the last link.
      return { tags, next: fits(end, size.pointer) ? pointer(end) : 0 };
    },
  };
}

const typeShort = 3;
const typeLong = 4;
const typeRational = 5;
const typeIfd = 13;
