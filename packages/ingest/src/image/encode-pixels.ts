import sharp from 'sharp';

/** Decoded pixels, rows from the top without padding. */
export interface Pixels {
  readonly data: Buffer;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly channels: 1 | 3;
}

/** Without loss: black and white as G4 in one strip, anything else as PNG. */
export async function encodeExactly(pixels: Pixels): Promise<Buffer> {
  const image = fromRaw(pixels);
  if (pixels.channels === 1 && isBilevel(pixels.data)) {
    return await image
      .toColourspace('b-w')
      .tiff({ compression: 'ccittfax4', bitdepth: 1, miniswhite: true, tileHeight: pixels.heightPx })
      .toBuffer();
  }
  return await image.png({ compressionLevel: 3, adaptiveFiltering: false }).toBuffer();
}

/** With a small loss: for pages that pdfium drew, which have no pixels of their own. */
export async function encodeDrawn(pixels: Pixels): Promise<Buffer> {
  return await fromRaw(pixels).jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toBuffer();
}

/** All pixels nearly the same, as on a blank page. Indexed, for an iterator is ten times slower here. */
export function isUniform(data: Uint8Array): boolean {
  let low = 255;
  let high = 0;
  for (let at = 0; at < data.length; at += 1) {
    const value = data[at] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high - low < 8;
}

function fromRaw({ data, widthPx, heightPx, channels }: Pixels) {
  const image = sharp(data, { raw: { width: widthPx, height: heightPx, channels }, limitInputPixels: false });
  return channels === 1 ? image.greyscale() : image;
}

function isBilevel(data: Buffer): boolean {
  for (let at = 0; at < data.length; at += 1) {
    if (data[at] !== 0 && data[at] !== 255) return false;
  }
  return true;
}
