import type { Box } from '@mailroom/core';
import type { StoredPage } from '@mailroom/database';
import type { Fractions } from '../api/documents.ts';

type Geometry = Pick<StoredPage, 'widthPx' | 'heightPx' | 'xDpi' | 'yDpi' | 'turn'>;

/** A box of the page as received, as fractions of the page as shown (turned upright). */
export function shownBox({ x, y, width, height }: Box, { widthPx, heightPx, turn }: Geometry): Fractions {
  const [left, top, w, h] = [x / widthPx, y / heightPx, width / widthPx, height / heightPx];
  if (turn === 90) return round([1 - top - h, left, h, w]);
  if (turn === 180) return round([1 - left - w, 1 - top - h, w, h]);
  if (turn === 270) return round([top, 1 - left - w, h, w]);
  return round([left, top, w, h]);
}

/** Width by height of the page as shown; a fax has fewer dots down than across, which is squared. */
export function aspectOf({ widthPx, heightPx, xDpi, yDpi, turn }: Geometry): number {
  const aspect = widthPx / xDpi / (heightPx / yDpi);
  const shown = turn === 90 || turn === 270 ? 1 / aspect : aspect;
  return Number.isFinite(shown) && shown > 0 ? shown : a4;
}

/** Width by height, for a page without dimensions. */
const a4 = 210 / 297;

const round = ([left, top, width, height]: Fractions): Fractions => [
  fraction(left),
  fraction(top),
  fraction(width),
  fraction(height),
];

const fraction = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 1e5) / 1e5;
