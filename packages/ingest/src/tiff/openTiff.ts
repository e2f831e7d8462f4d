import type { ImagePage, OpenedDocument } from '@mailroom/core';
import { badDocument } from '../badDocument.ts';
import { plausibleDpi } from '../dpi.ts';
import { checkPixels } from '../image/checkPixels.ts';
import { partLost } from '../image/damage.ts';
import { uprightImage } from '../image/uprightImage.ts';
import type { OpenLimits } from '../limits.ts';
import { inOrder, type PageAttempt } from '../pageAttempt.ts';
import { readDirectories, type TiffDirectory } from './readDirectories.ts';

/** Opens a TIFF of any number of pages. Throws BadDocumentError: damaged, too many pages, too many pixels. */
export async function openTiff(bytes: Buffer, limits: OpenLimits): Promise<OpenedDocument> {
  const { directories, cutOff } = readDirectories(bytes, limits.maxPages * 2 + 1);
  const pages = directories
    .map((directory, subImage) => ({ ...directory, subImage }))
    .filter(({ reduced }, index) => !reduced || index === 0);
  if (pages.length === 0) throw badDocument.damaged('Das TIFF-Bild');
  if (pages.length > limits.maxPages) throw badDocument.tooManyPages(pages.length, limits.maxPages);
  for (const { widthPx, heightPx } of pages) {
    if (widthPx * heightPx > limits.maxPixels) throw badDocument.tooManyPixels(widthPx, heightPx);
  }
  return {
    mediaType: 'image/tiff',
    pageCount: pages.length,
    pages: () => inOrder(attempts(bytes, pages, limits), limits, cutOff ? brokenOff : undefined),
    notes: cutOff ? [brokenOff] : [],
  };
}

const brokenOff =
  'Das TIFF-Bild bricht vorzeitig ab; es können Seiten fehlen. Bitte neu scannen oder neu anfordern.';

interface TiffPage extends TiffDirectory {
  readonly subImage: number;
}

async function* attempts(
  bytes: Buffer,
  pages: readonly TiffPage[],
  limits: OpenLimits,
): AsyncGenerator<PageAttempt> {
  for (const [index, page] of pages.entries()) yield await openPage(bytes, index + 1, page, limits);
}

async function openPage(
  bytes: Buffer,
  number: number,
  { subImage, widthPx, heightPx, xDpi, yDpi, orientation }: TiffPage,
  limits: OpenLimits,
): Promise<PageAttempt> {
  const check = await checkPixels(bytes, subImage, limits.maxPixels);
  if (check.state === 'unreadable') return badDocument.damaged(`Seite ${number}`);
  const stored: ImagePage = {
    kind: 'image',
    number,
    image: bytes,
    subImage,
    widthPx,
    heightPx,
    ...plausibleDpi(widthPx, heightPx, { xDpi, yDpi }),
    turn: 0,
    ...(check.state === 'damaged' ? { damage: partLost } : {}),
  };
  return await uprightImage(stored, orientation);
}
