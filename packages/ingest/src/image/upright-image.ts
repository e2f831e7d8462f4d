import type { ImagePage } from '@mailroom/core';
import sharp from 'sharp';

/**
 * Applies an EXIF or TIFF orientation (1 to 8): a turn is only noted, the pixels stay as received;
 * a mirrored image, which no turn makes readable, is mirrored back into a PNG.
 */
export async function uprightImage(page: ImagePage, orientation: number): Promise<ImagePage> {
  const turned: ImagePage = { ...page, turn: turns[orientation] ?? 0 };
  if (!mirrored.has(orientation)) return turned;
  const image = await sharp(page.image, { page: page.subImage, failOn: 'none' }).flop().png().toBuffer();
  return { ...turned, image, subImage: 0 };
}

/** By orientation: 5 and 7 are mirrored left to right first, then turned. */
const turns: readonly (ImagePage['turn'] | undefined)[] = [undefined, 0, 0, 180, 180, 270, 90, 90, 270];
const mirrored = new Set([2, 4, 5, 7]);
