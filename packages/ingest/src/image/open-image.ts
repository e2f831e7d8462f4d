import type { ImagePage, OpenedDocument } from '@mailroom/core';
import sharp, { type Metadata } from 'sharp';
import { badDocument } from '../bad-document.ts';
import { plausibleDpi } from '../dpi.ts';
import type { OpenLimits } from '../limits.ts';
import { nameOfMediaType } from '../media-type-names.ts';
import { inOrder, type PageAttempt } from '../page-attempt.ts';
import { checkPixels } from './check-pixels.ts';
import { partLost } from './damage.ts';
import { uprightImage } from './upright-image.ts';

/** Opens an image of one page: JPEG, PNG, WebP, GIF, AVIF. Throws BadDocumentError: damaged, too large. */
export async function openImage(
  bytes: Buffer,
  mediaType: string,
  limits: OpenLimits,
): Promise<OpenedDocument> {
  const metadata = await metadataOf(bytes, mediaType);
  const { width, height } = metadata;
  if (width * height > limits.maxPixels) throw badDocument.tooManyPixels(width, height);
  return {
    mediaType,
    pageCount: 1,
    pages: () => inOrder(attempt(bytes, metadata, limits), limits),
    notes: (metadata.pages ?? 1) > 1 ? [onlyFirst] : [],
  };
}

const onlyFirst = 'Die Bilddatei enthält mehrere Bilder; gelesen wird nur das erste.';

/** Only the header is read here, so the size may be anything. */
async function metadataOf(bytes: Buffer, mediaType: string): Promise<Metadata> {
  try {
    return await sharp(bytes, { failOn: 'none', limitInputPixels: false }).metadata();
  } catch (error) {
    if (!readable.has(mediaType)) throw badDocument.unsupported(nameOfMediaType(mediaType));
    throw badDocument.damaged('Das Bild', error);
  }
}

const readable = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif']);

/**
 * The quickest way to know that nothing is missing, for what comes most often: at an eighth of its size a JPEG is
 * read to its end, but hardly decoded. That takes half the time of checkPixels, or less, and another half is saved by
 * leaving its colours as they are.
 */
async function isWholeJpeg(bytes: Buffer, { format, width, height }: Metadata): Promise<boolean> {
  if (format !== 'jpeg') return false;
  const eighth = [Math.ceil(width / 8), Math.ceil(height / 8)] as const;
  return sharp(bytes, { failOn: 'error', sequentialRead: true, ignoreIcc: true })
    .resize(...eighth, { fit: 'fill', kernel: 'nearest' })
    .raw()
    .timeout({ seconds: 30 })
    .toBuffer()
    .then(
      () => true,
      () => false, // why not, the slower look finds out
    );
}

async function* attempt(bytes: Buffer, metadata: Metadata, limits: OpenLimits): AsyncGenerator<PageAttempt> {
  const check = (await isWholeJpeg(bytes, metadata))
    ? { state: 'whole' }
    : await checkPixels(bytes, 0, limits.maxPixels);
  if (check.state === 'unreadable') {
    yield badDocument.damaged('Das Bild');
    return;
  }
  const { width, height, density, orientation = 1 } = metadata;
  const stored: ImagePage = {
    kind: 'image',
    number: 1,
    image: bytes,
    subImage: 0,
    widthPx: width,
    heightPx: height,
    ...plausibleDpi(width, height, density ? { xDpi: density, yDpi: density } : {}),
    turn: 0,
    ...(check.state === 'damaged' ? { damage: partLost } : {}),
  };
  yield await uprightImage(stored, orientation);
}
