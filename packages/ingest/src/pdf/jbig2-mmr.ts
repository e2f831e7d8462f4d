/**
 * The G4 data of a JBIG2 page that is one region coded with MMR (ITU-T T.88, 7.4.6), as many fax servers and
 * copiers write it. pdfium draws such regions white without an error. Undefined for any other page.
 */
export function g4OfJbig2(data: Buffer, widthPx: number, heightPx: number): Buffer | undefined {
  const regions: Segment[] = [];
  for (const segment of segmentsOf(data)) {
    if (pictureless.has(segment.type)) continue;
    if (!immediateGenericRegions.has(segment.type)) return undefined;
    regions.push(segment);
  }
  const [region] = regions;
  if (!region || regions.length > 1 || region.data.length < regionHeaderBytes) return undefined;
  const coversPage =
    region.data.readUInt32BE(0) === widthPx &&
    region.data.readUInt32BE(4) === heightPx &&
    region.data.readUInt32BE(8) === 0 &&
    region.data.readUInt32BE(12) === 0;
  const isMmr = ((region.data[17] ?? 0) & 1) === 1;
  return coversPage && isMmr ? region.data.subarray(regionHeaderBytes) : undefined;
}

interface Segment {
  readonly type: number;
  readonly data: Buffer;
}

/** Page information, end of page, end of stripe, end of file, profiles. */
const pictureless = new Set([48, 49, 50, 51, 52]);
const immediateGenericRegions = new Set([38, 39]);
const regionHeaderBytes = 18;

/** Segments as PDF embeds them, without a file header (T.88, 7.2). Ends where the bytes make no sense. */
function* segmentsOf(data: Buffer): Generator<Segment> {
  let at = 0;
  while (at + 11 <= data.length) {
    const number = data.readUInt32BE(at);
    const flags = data[at + 4] ?? 0;
    const referred = (data[at + 5] ?? 0) >> 5;
    if (referred > 4) return;
    const referenceBytes = number <= 256 ? 1 : number <= 65_536 ? 2 : 4;
    const pageAt = at + 6 + referred * referenceBytes;
    const lengthAt = pageAt + ((flags & 0x40) === 0 ? 1 : 4);
    if (lengthAt + 4 > data.length) return;
    const start = lengthAt + 4;
    const end = Math.min(data.length, start + data.readUInt32BE(lengthAt));
    yield { type: flags & 0x3f, data: data.subarray(start, end) };
    at = end;
  }
}
