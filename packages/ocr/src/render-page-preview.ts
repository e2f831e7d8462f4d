import type { ImagePage, OpenedPage, TextPage } from '@mailroom/core';
import sharp from 'sharp';
import { maxPixels } from './check-size.ts';
import { resolutionOf } from './cleaning/resolution.ts';
import type { Turn } from './geometry.ts';
import { drawTextPage } from './pdf/draw-text-page.ts';

/** Wide enough to read on a desk's screen; a fax page takes about 60 kB. */
const maxWidthPx = 1240;
const webp = { quality: 70, effort: 2 };

/**
 * A page as a WebP of at most 1240 px in width, upright and with square pixels.
 * @param turn the turn that was found when the page was read (ReadPage.turn), when that is known
 */
export function renderPagePreview(page: OpenedPage, turn?: Turn): Promise<Buffer> {
  return page.kind === 'text' ? renderText(page) : renderImage(page, turn ?? page.turn);
}

function renderImage(page: ImagePage, turn: Turn): Promise<Buffer> {
  const { xDpi, yDpi } = resolutionOf(page);
  const dpi = Math.max(xDpi, yDpi);
  const squareWidth = (page.widthPx * dpi) / xDpi;
  const squareHeight = (page.heightPx * dpi) / yDpi;
  const shownWidth = turn === 90 || turn === 270 ? squareHeight : squareWidth;
  const scale = Math.min(1, maxWidthPx / shownWidth);
  return sharp(page.image, {
    // A damaged page is shown as far as it goes.
    failOn: 'none',
    limitInputPixels: maxPixels,
    ...(page.subImage > 0 ? { page: page.subImage } : {}),
  })
    .resize(Math.max(1, Math.round(squareWidth * scale)), Math.max(1, Math.round(squareHeight * scale)), {
      fit: 'fill',
    })
    .rotate(turn)
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .webp(webp)
    .toBuffer();
}

function renderText(page: TextPage): Promise<Buffer> {
  return sharp(drawTextPage(page), { limitInputPixels: maxPixels })
    .resize({ width: Math.min(maxWidthPx, page.widthPx) })
    .webp(webp)
    .toBuffer();
}
