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

function fromRaw({ data, widthPx, heightPx, channels }: Pixels) {
  const image = sharp(data, { raw: { width: widthPx, height: heightPx, channels }, limitInputPixels: false });
  return channels === 1 ? image.greyscale() : image;
}

function isBilevel(data: Buffer): boolean {
  return data.every((value) => value === 0 || value === 255);
}
