import type { Raster } from './raster.ts';
import type { InkPoints } from './skew.ts';

export interface Cropped {
  readonly raster: Raster;
  /** Where it lay, in pixels of the raster it was cut from. */
  readonly left: number;
  readonly top: number;
}

/** Paper that is left around the print: a strip in which a thin or pale line could still lie. */
const marginPx = 40;

/** The part of a page that holds print: layout analysis takes its time for every pixel, white or not. */
export function cropToInk(raster: Raster, ink: InkPoints, scale: number): Cropped {
  if (ink.xs.length === 0) return { raster, left: 0, top: 0 };
  const [left, right] = span(ink.xs, scale, raster.widthPx);
  const [top, bottom] = span(ink.ys, scale, raster.heightPx);
  const widthPx = right - left;
  const grey = new Uint8Array(widthPx * (bottom - top));
  for (let y = top; y < bottom; y += 1) {
    const row = y * raster.widthPx;
    grey.set(raster.grey.subarray(row + left, row + right), (y - top) * widthPx);
  }
  return { raster: { widthPx, heightPx: bottom - top, grey }, left, top };
}

function span(values: Float32Array, scale: number, length: number): [number, number] {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [Math.max(0, least * scale - marginPx), Math.min(length, (most + 1) * scale + marginPx)];
}
