/** What a JPEG's frame header says; every reader of PDF decodes sequential and progressive ones of 8 bits. */
export interface JpegImage {
  readonly width: number;
  readonly height: number;
  readonly components: 1 | 3;
}

const startOfImage = 0xd8;
const endOfImage = Buffer.from([0xff, 0xd9]);
/** Baseline, extended, progressive; the others (lossless, arithmetic) are not for PDF. */
const frames: readonly number[] = [0xc0, 0xc1, 0xc2];
const otherFrames: readonly number[] = [0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf];

/** Undefined when the bytes are no JPEG that can go into a PDF as it is: cut off, CMYK, 12 bits, lossless. */
export function readJpeg(bytes: Buffer): JpegImage | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== startOfImage || bytes.lastIndexOf(endOfImage) < 0) return undefined;
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || otherFrames.includes(marker)) return undefined;
    if (frames.includes(marker)) return readFrame(bytes, at);
  }
  return undefined;
}

function readFrame(bytes: Buffer, at: number): JpegImage | undefined {
  const components = bytes[at + 9];
  if (bytes[at + 4] !== 8 || (components !== 1 && components !== 3)) return undefined;
  return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7), components };
}
