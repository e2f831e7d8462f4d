import type { ImagePage } from '@mailroom/core';
import { resolutionOf } from '../cleaning/resolution.ts';
import type { Affine } from '../geometry.ts';

/** Pixels an inch of a raster; the two differ where a page was narrowed for the engine. */
export interface Dpi {
  readonly x: number;
  readonly y: number;
}

/** The resolution of a raster cleaned from `page`, turned or not. `map` leads from its pixels to the page's. */
export function rasterDpi(page: ImagePage, { a, b, c, d }: Affine): Dpi {
  const { xDpi, yDpi } = resolutionOf(page);
  return { x: 1 / Math.hypot(a / xDpi, b / yDpi), y: 1 / Math.hypot(c / xDpi, d / yDpi) };
}
