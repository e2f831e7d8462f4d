import type { Raster } from '../cleaning/raster.ts';
import type { CheckBox, Square } from './check-box.ts';
import { findRuns } from './find-runs.ts';
import { fitSquare } from './fit-square.ts';
import { type Ink, inkOf } from './ink.ts';
import { isOutline } from './is-outline.ts';
import { judgeTick } from './judge-tick.ts';
import type { Dpi } from './raster-dpi.ts';

/** Capital letters of body text are smaller than the one, the cells of a table larger than the other. */
const smallestMm = 2.15;
const largestMm = 6.2;
/** A tick that runs over the corners makes a line so much longer. */
const overhang = 8;
/** No form has so many; a picture of bricks or a barcode may. */
const mostSquares = 150;

/**
 * Small squares drawn on a page as `cleanPage` leaves it, from top to bottom. What stands beside them is not
 * looked at: see insertCheckBoxes. A page without any costs 2 to 4 ms.
 */
export function findCheckBoxes(raster: Raster, dpi: Dpi): CheckBox[] {
  const ink = inkOf(raster, dpi);
  const squares = findSquares(ink);
  return squares.length > mostSquares ? [] : squares.map((square) => judgeTick(ink, square));
}

const mmPerInch = 25.4;

function findSquares(ink: Ink): Square[] {
  const pxPerMm = ink.dpi.x / mmPerInch;
  const squares: Square[] = [];
  for (const run of findRuns(ink, Math.floor(smallestMm * pxPerMm) - 2, largestMm * pxPerMm + overhang)) {
    for (const down of [1, -1] as const) {
      if (squares.some((square) => isOn(square, run.left, run.y))) continue;
      const square = fitSquare(ink, run, down);
      if (square && hasSize(square, ink.dpi) && isOutline(ink, square)) squares.push(square);
    }
  }
  return squares;
}

function hasSize({ left, right, top, bottom }: Square, dpi: Dpi): boolean {
  const sides = [(right - left) / dpi.x, (bottom - top) / dpi.y];
  return Math.min(...sides) * mmPerInch >= smallestMm && Math.max(...sides) * mmPerInch <= largestMm;
}

function isOn({ left, top, right, bottom }: Square, x: number, y: number): boolean {
  return x >= left - overhang && x <= right && y >= top - 3 && y <= bottom + 3;
}
