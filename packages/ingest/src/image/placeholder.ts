import type { ImagePage } from '@mailroom/core';
import sharp from 'sharp';

/** A white A4 page in place of one that cannot be shown, so that the count stays right and a person looks. */
export async function placeholderPage(number: number, damage: string): Promise<ImagePage> {
  const image = await sharp({
    create: { width: widthPx, height: heightPx, channels: 3, background: 'white' },
  })
    .greyscale()
    .png()
    .toBuffer();
  return {
    kind: 'image',
    number,
    image,
    subImage: 0,
    widthPx,
    heightPx,
    xDpi: 100,
    yDpi: 100,
    turn: 0,
    damage,
  };
}

const widthPx = 827;
const heightPx = 1169;
