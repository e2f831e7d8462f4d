/** Puts TIFFs of one page each (as isolatePage makes them, all in one byte order) together into one. */
export function joinPages(pages: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [];
  let base = 0;
  let linkAt: { part: Buffer; at: number } | undefined;
  for (const page of pages) {
    const part = Buffer.from(page);
    const { directory, end } = moveBy(part, base);
    if (linkAt) longsOf(linkAt.part).put(base + directory, linkAt.at);
    linkAt = { part, at: end };
    parts.push(part);
    base += part.length;
  }
  return Buffer.concat(parts);
}

/** Where pixels lie: strips or tiles. */
const offsetTags = new Set([273, 324]);
/** Bytes of one value by field type (TIFF 6.0, section 2). */
const valueSizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

/** Adds `base` to every offset in the file; returns where its directory stands and where its link to the next. */
function moveBy(file: Buffer, base: number): { directory: number; end: number } {
  const { short, long, put } = longsOf(file);
  const directory = long(4);
  const count = short(directory);
  for (let at = directory + 2; at < directory + 2 + count * 12; at += 12) {
    const [tag, values] = [short(at), long(at + 4)];
    const length = values * (valueSizes[short(at + 2)] ?? 0);
    const valueAt = length <= 4 ? at + 8 : long(at + 8);
    if (offsetTags.has(tag))
      for (let value = 0; value < values; value += 1)
        put(long(valueAt + value * 4) + base, valueAt + value * 4);
    if (length > 4) put(valueAt + base, at + 8);
  }
  return { directory, end: directory + 2 + count * 12 };
}

function longsOf(file: Buffer) {
  const little = file[0] === 0x49;
  return {
    short: (at: number) => (little ? file.readUInt16LE(at) : file.readUInt16BE(at)),
    long: (at: number) => (little ? file.readUInt32LE(at) : file.readUInt32BE(at)),
    put: (value: number, at: number) =>
      little ? file.writeUInt32LE(value, at) : file.writeUInt32BE(value, at),
  };
}
