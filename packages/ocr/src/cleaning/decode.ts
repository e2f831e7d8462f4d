import { BadDocumentError, type ImagePage, messageOf } from '@mailroom/core';
import sharp, { type Sharp, type SharpOptions } from 'sharp';
import { maxPixels } from '../check-size.ts';
import type { Size } from '../geometry.ts';
import { enlarge } from './enlarge.ts';
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
    return { raster: await grey(open(page, 'error'), page, size), damaged: false };
  } catch {
    // Half a file is better than none: a person sees what there is, with the damage noted.
    return { raster: await decodeDamaged(page, size), damaged: true };
  }
}

async function decodeDamaged(page: ImagePage, size?: Size): Promise<Raster> {
  try {
    return await grey(open(page, 'none'), page, size);
  } catch (cause) {
    throw unreadable(page, cause);
  }
}

function unreadable({ number }: ImagePage, cause: unknown): BadDocumentError {
  return new BadDocumentError(
    'page-unreadable',
    `Das Bild von Seite ${number} lässt sich nicht lesen (${messageOf(cause)}). Bitte die Seite neu scannen.`,
    { cause, state: 'review' },
  );
}

function open(page: ImagePage, failOn: FailOn): Sharp {
  // A colour profile changes nothing that can be read, and applying it takes four times as long as decoding.
  const options: SharpOptions = { failOn, limitInputPixels: maxPixels, ignoreIcc: true };
  // Only paged formats know the option; JPEG and PNG refuse any page but the first.
  return sharp(page.image, page.subImage > 0 ? { ...options, page: page.subImage } : options);
}

async function grey(image: Sharp, page: Size, size: Size = page): Promise<Raster> {
  const flat = image.flatten({ background: 'white' });
  return enlarge(await collect(shrink(flat, page, size)), size);
}

/** A raster in another size. */
export async function stretch(raster: Raster, size: Size): Promise<Raster> {
  const shrinks = size.widthPx < raster.widthPx || size.heightPx < raster.heightPx;
  return enlarge(shrinks ? await collect(shrink(toSharp(raster), raster, size)) : raster, size);
}

/** Averages: sharper kernels take twice as long and read no better. */
function shrink(image: Sharp, from: Size, to: Size): Sharp {
  const width = Math.min(from.widthPx, to.widthPx);
  const height = Math.min(from.heightPx, to.heightPx);
  if (width === from.widthPx && height === from.heightPx) return image;
  return image.resize(width, height, { fit: 'fill', kernel: 'linear' });
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
