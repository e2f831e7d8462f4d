import type { ImagePage, OpenedDocument } from '@mailroom/core';
import { badDocument } from '../bad-document.ts';
import { plausibleDpi } from '../dpi.ts';
import { checkPixels } from '../image/check-pixels.ts';
import { partLost } from '../image/damage.ts';
import { uprightImage } from '../image/upright-image.ts';
import type { OpenLimits } from '../limits.ts';
import { inOrder, type PageAttempt } from '../page-attempt.ts';
import { isolatePage } from './isolate-page.ts';
import { readDirectories, type TiffDirectory } from './read-directories.ts';

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
  const context = { bytes, cutOff, limits, single: directories.length === 1 };
  return {
    mediaType: 'image/tiff',
    pageCount: pages.length,
    pages: () => inOrder(attempts(context, pages), limits, cutOff ? brokenOff : undefined),
    notes: cutOff ? [brokenOff] : [],
  };
}

const brokenOff =
  'Das TIFF-Bild bricht vorzeitig ab; es können Seiten fehlen. Bitte neu scannen oder neu anfordern.';

interface TiffPage extends TiffDirectory {
  readonly subImage: number;
}

interface TiffContext {
  readonly bytes: Buffer;
  readonly cutOff: boolean;
  readonly limits: OpenLimits;
  /** The file holds one page only. */
  readonly single: boolean;
}

async function* attempts(context: TiffContext, pages: readonly TiffPage[]): AsyncGenerator<PageAttempt> {
  for (const [index, page] of pages.entries()) yield await openPage(context, index + 1, page);
}

async function openPage(
  { bytes, cutOff, limits, single }: TiffContext,
  number: number,
  { offset, subImage, widthPx, heightPx, xDpi, yDpi, orientation }: TiffPage,
): Promise<PageAttempt> {
  const check = await checkPixels(bytes, subImage, limits.maxPixels);
  if (check.state === 'unreadable') return badDocument.damaged(`Seite ${number}`);
  // A broken chain of pages makes the decoder doubt every one of them.
  const damage = cutOff ? brokenOff : partLost;
  const alone = single || cutOff ? undefined : isolatePage(bytes, offset);
  const stored: ImagePage = {
    kind: 'image',
    number,
    image: alone ?? bytes,
    subImage: alone ? 0 : subImage,
    widthPx,
    heightPx,
    ...plausibleDpi(widthPx, heightPx, { xDpi, yDpi }),
    turn: 0,
    ...(check.state === 'damaged' ? { damage } : {}),
  };
  return await uprightImage(stored, orientation);
}
