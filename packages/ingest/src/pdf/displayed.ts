import type { Affine, Box } from '@mailroom/core';
import type { Pdfium, Pointer } from './pdfium.ts';
import { withScratch } from './scratch.ts';

export interface PixelSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A rectangle in points of the unturned page, y upwards. */
export interface PointBox {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** From the page's points to its pixels as displayed: cropped, /Rotate applied, y downwards. */
export function displayMatrix(pdfium: Pdfium, page: Pointer, size: PixelSize): Affine {
  const [e, f] = devicePoint(pdfium, page, size, 0, 0);
  const [xa, yb] = devicePoint(pdfium, page, size, span, 0);
  const [xc, yd] = devicePoint(pdfium, page, size, 0, span);
  return { a: (xa - e) / span, b: (yb - f) / span, c: (xc - e) / span, d: (yd - f) / span, e, f };
}

export function displayedBox({ a, b, c, d, e, f }: Affine, { left, right, bottom, top }: PointBox): Box {
  const x0 = a * left + c * top + e;
  const y0 = b * left + d * top + f;
  const x1 = a * right + c * bottom + e;
  const y1 = b * right + d * bottom + f;
  const x = Math.round(Math.min(x0, x1));
  const y = Math.round(Math.min(y0, y1));
  return {
    x,
    y,
    width: Math.max(1, Math.round(Math.abs(x1 - x0))),
    height: Math.max(1, Math.round(Math.abs(y1 - y0))),
  };
}

export function isOnPage(box: Box, { widthPx, heightPx }: PixelSize): boolean {
  return box.x < widthPx && box.y < heightPx && box.x + box.width > 0 && box.y + box.height > 0;
}

/** pdfium rounds to whole pixels, so it is asked for a larger device. */
const finer = 64;
const span = 100;

function devicePoint(
  pdfium: Pdfium,
  page: Pointer,
  { widthPx, heightPx }: PixelSize,
  x: number,
  y: number,
): [number, number] {
  return withScratch(pdfium, 8, (scratch, view) => {
    const [width, height] = [widthPx * finer, heightPx * finer];
    pdfium._FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, scratch, scratch + 4);
    return [view().getInt32(0, true) / finer, view().getInt32(4, true) / finer];
  });
}
