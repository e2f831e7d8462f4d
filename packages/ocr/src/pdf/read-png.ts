/** A PNG whose compressed rows PDF can take over as they are (FlateDecode with PNG predictors). */
export interface PngImage {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  /** 0 grey, 2 RGB, 3 palette. */
  readonly colourType: 0 | 2 | 3;
  readonly palette: Buffer;
  readonly data: Buffer;
}

const signature = '\x89PNG\r\n\x1a\n';

/** Undefined when the bytes are no PNG, or one with transparency, interlacing or missing parts. */
export function readPng(bytes: Buffer): PngImage | undefined {
  if (bytes.toString('latin1', 0, 8) !== signature) return undefined;
  const chunks = readChunks(bytes);
  const header = chunks.find((chunk) => chunk.type === 'IHDR')?.data;
  const ended = chunks.some((chunk) => chunk.type === 'IEND');
  if (header?.length !== 13 || !ended || chunks.some((chunk) => chunk.type === 'tRNS')) return undefined;
  const colourType = header.readUInt8(9);
  const interlaced = header.readUInt8(12) !== 0;
  if (interlaced || (colourType !== 0 && colourType !== 2 && colourType !== 3)) return undefined;
  return {
    width: header.readUInt32BE(0),
    height: header.readUInt32BE(4),
    bitDepth: header.readUInt8(8),
    colourType,
    palette: chunks.find((chunk) => chunk.type === 'PLTE')?.data ?? Buffer.alloc(0),
    data: Buffer.concat(chunks.filter((chunk) => chunk.type === 'IDAT').map((chunk) => chunk.data)),
  };
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

function readChunks(bytes: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (at + 12 + length > bytes.length) break;
    chunks.push({
      type: bytes.toString('latin1', at + 4, at + 8),
      data: bytes.subarray(at + 8, at + 8 + length),
    });
    at += 12 + length;
  }
  return chunks;
}
