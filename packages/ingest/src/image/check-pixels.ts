import sharp from 'sharp';
import { isUniform } from './encode-pixels.ts';

/** Whether an encoded image can be decoded, and what it shows at a glance. */
export interface PixelCheck {
  /** `damaged`: part of the pixels may be missing; `unreadable`: none can be had. */
  readonly state: 'whole' | 'damaged' | 'unreadable';
  /** All pixels nearly the same. */
  readonly uniform: boolean;
}

/** Decodes the image, small, strictly first and then with what can be had; one colour all over is nothing. */
export async function checkPixels(image: Buffer, subImage: number, maxPixels: number): Promise<PixelCheck> {
  const strict = await look(image, subImage, maxPixels, 'error');
  if (strict !== undefined) return { state: 'whole', uniform: strict };
  const lenient = await look(image, subImage, maxPixels, 'none');
  if (lenient === false) return { state: 'damaged', uniform: false };
  return { state: 'unreadable', uniform: true };
}

async function look(
  image: Buffer,
  page: number,
  limitInputPixels: number,
  failOn: 'error' | 'none',
): Promise<boolean | undefined> {
  try {
    const pixels = await sharp(image, {
      page,
      failOn,
      limitInputPixels,
      sequentialRead: true,
      ignoreIcc: true,
    })
      .greyscale()
      .resize(200, 280, { fit: 'fill', kernel: 'linear' })
      .raw()
      .timeout({ seconds: 30 })
      .toBuffer();
    return isUniform(pixels);
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
