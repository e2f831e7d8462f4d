import { BadDocumentError, type ImagePage, messageOf } from '@mailroom/core';
import sharp, { type Sharp, type SharpOptions } from 'sharp';
import { maxPixels } from '../check-size.ts';
import type { Size } from '../geometry.ts';
import type { Raster } from './raster.ts';

export interface Decoded {
  readonly raster: Raster;
  readonly damaged: boolean;
}

type FailOn = 'error' | 'none';

/**
 * Whether every pixel is black or white, as in a fax: such a page is cleaned before it is resized.
 * @throws BadDocumentError when the bytes are no image at all
 */
export async function isBilevel(page: ImagePage): Promise<boolean> {
  try {
    return (await open(page, 'none').metadata()).bitsPerSample === 1;
  } catch (cause) {
    throw unreadable(page, cause);
  }
}

/**
 * The page as grey pixels, resized to `size` on the way when that is given.
 * A damaged file gives what could be read of it, the rest grey or white, and says so.
 * @throws BadDocumentError when nothing can be read
 */
export async function decodeGrey(page: ImagePage, size?: Size): Promise<Decoded> {
  try {
    return { raster: await grey(open(page, 'error'), size), damaged: false };
  } catch {
    // Half a file is better than none: a person sees what there is, with the damage noted.
    return { raster: await decodeDamaged(page, size), damaged: true };
  }
}

async function decodeDamaged(page: ImagePage, size?: Size): Promise<Raster> {
  try {
    return await grey(open(page, 'none'), size);
  } catch (cause) {
    throw unreadable(page, cause);
  }
}

function unreadable({ number }: ImagePage, cause: unknown): BadDocumentError {
  return new BadDocumentError(
    'PAGE_UNREADABLE',
    `Das Bild von Seite ${number} lässt sich nicht lesen (${messageOf(cause)}). Bitte die Seite neu scannen.`,
    { cause, state: 'review' },
  );
}

function open(page: ImagePage, failOn: FailOn): Sharp {
  const options: SharpOptions = { failOn, limitInputPixels: maxPixels };
  // Only paged formats know the option; JPEG and PNG refuse any page but the first.
  return sharp(page.image, page.subImage > 0 ? { ...options, page: page.subImage } : options);
}

async function grey(image: Sharp, size?: Size): Promise<Raster> {
  const flat = image.flatten({ background: 'white' }).greyscale();
  if (size) flat.resize(size.widthPx, size.heightPx, { fit: 'fill' });
  return collect(flat);
}

/** Runs a pipeline to its end and takes the pixels. */
export async function collect(image: Sharp): Promise<Raster> {
  const { data, info } = await image
    .toColourspace('b-w')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 1) throw new RangeError(`expected one channel of grey, got ${info.channels}`);
  return { widthPx: info.width, heightPx: info.height, grey: data };
}

export function toSharp({ widthPx, heightPx, grey: pixels }: Raster): Sharp {
  return sharp(pixels, {
    raw: { width: widthPx, height: heightPx, channels: 1 },
    limitInputPixels: maxPixels,
  });
}
