import type { ImagePage } from '@mailroom/core';
import sharp from 'sharp';

/** A page in grey, one byte a pixel, with square pixels. */
export interface GreyPage {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
}

/** Enough for the bars of separator sheets; more only takes time. */
const enoughDpi = 150;

export async function greyPage({
  image,
  subImage,
  xDpi,
  yDpi,
  widthPx,
  heightPx,
}: ImagePage): Promise<GreyPage> {
  const dpi = Math.min(enoughDpi, xDpi, yDpi);
  const width = Math.max(1, Math.round((widthPx * dpi) / xDpi));
  const height = Math.max(1, Math.round((heightPx * dpi) / yDpi));
  const data = await sharp(image, { page: subImage, failOn: 'none' })
    .flatten({ background: 'white' })
    .greyscale()
    .resize(width, height, { fit: 'fill' })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  return { data, width, height, dpi };
}

/** The share of dark pixels, without the outer twentieth where scanners leave shadows. */
export function inkShare({ data, width, height }: GreyPage): number {
  const [left, top] = [Math.floor(width / 20), Math.floor(height / 20)];
  let dark = 0;
  for (let y = top; y < height - top; y += 1) {
    for (let x = left; x < width - left; x += 1) if ((data[y * width + x] ?? 255) < darkBelow) dark += 1;
  }
  return dark / Math.max(1, (width - 2 * left) * (height - 2 * top));
}

export const darkBelow = 128;
