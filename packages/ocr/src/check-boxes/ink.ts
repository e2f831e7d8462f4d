import type { Raster } from '../cleaning/raster.ts';
import type { Square } from './check-box.ts';
import type { Dpi } from './raster-dpi.ts';

/** A raster with the grey below which a pixel is ink. */
export interface Ink extends Raster {
  readonly threshold: number;
  readonly dpi: Dpi;
}

/** Hairlines lose half of their ink when a page is brought to 200 dpi, so this is lighter than for letters. */
const lightestInk = 176;
/** Show-through and ruled paper are closer to the paper than this. */
const leastContrast = 56;

export function inkOf(raster: Raster, dpi: Dpi): Ink {
  return { ...raster, dpi, threshold: Math.min(lightestInk, paperOf(raster) - leastContrast) };
}

/** The most frequent grey of every 61st pixel. */
function paperOf({ grey }: Raster): number {
  const counts = new Uint32Array(256);
  for (let at = 0; at < grey.length; at += 61) {
    const value = grey[at] ?? 255;
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts.indexOf(Math.max(...counts));
}

export function isInk({ grey, widthPx, threshold }: Ink, x: number, y: number): boolean {
  if (x < 0 || x >= widthPx) return false;
  return (grey[y * widthPx + x] ?? 255) < threshold;
}

/** Share of ink in a rectangle, 0 to 1. */
export function inkShare(ink: Ink, { left, top, right, bottom }: Square): number {
  let dark = 0;
  for (let y = top; y <= bottom; y += 1) {
    for (let x = left; x <= right; x += 1) if (isInk(ink, x, y)) dark += 1;
  }
  return dark / Math.max(1, (right - left + 1) * (bottom - top + 1));
}

/** Share of the places along column `x` that have ink there or at most `spare` pixels beside. */
export function inkDown(ink: Ink, x: number, top: number, bottom: number, spare = 0): number {
  let covered = 0;
  for (let y = top; y <= bottom; y += 1) {
    let near = x - spare;
    while (near <= x + spare && !isInk(ink, near, y)) near += 1;
    if (near <= x + spare) covered += 1;
  }
  return covered / Math.max(1, bottom - top + 1);
}

/** Share of the places along row `y` that have ink there or at most `spare` pixels above or below. */
export function inkAcross(ink: Ink, y: number, left: number, right: number, spare = 0): number {
  let covered = 0;
  for (let x = left; x <= right; x += 1) {
    let near = y - spare;
    while (near <= y + spare && !isInk(ink, x, near)) near += 1;
    if (near <= y + spare) covered += 1;
  }
  return covered / Math.max(1, right - left + 1);
}
