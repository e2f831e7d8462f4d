import type { Raster } from './raster.ts';

/** A small picture of a page's ink, for measuring: skew, direction of the lines, borders, emptiness. */
export interface Sketch {
  readonly width: number;
  readonly height: number;
  /** How many pixels of the page one pixel of the sketch stands for, in each direction. */
  readonly scale: number;
  /** 1 where there is ink, 0 where there is paper. */
  readonly ink: Uint8Array;
  /** Share of ink, 0 to 1. */
  readonly inkRatio: number;
}

/** Averages squares of `scale` pixels, so single specks vanish, and splits ink from paper by Otsu's threshold. */
export function sketchOf(raster: Raster, scale = 3): Sketch {
  const width = Math.max(1, Math.floor(raster.widthPx / scale));
  const height = Math.max(1, Math.floor(raster.heightPx / scale));
  const small = shrink(raster, width, height, scale);
  const threshold = inkThreshold(small);
  let dark = 0;
  for (let at = 0; at < small.length; at += 1) {
    const isInk = (small[at] as number) <= threshold ? 1 : 0;
    small[at] = isInk;
    dark += isInk;
  }
  return { width, height, scale, ink: small, inkRatio: dark / small.length };
}

function shrink(raster: Raster, width: number, height: number, scale: number): Uint8Array {
  const small = new Uint8Array(width * height);
  const sums = new Uint32Array(width);
  for (let y = 0; y < height; y += 1) {
    sums.fill(0);
    for (let row = y * scale; row < Math.min((y + 1) * scale, raster.heightPx); row += 1) {
      addRow(sums, raster, row, scale);
    }
    for (let x = 0; x < width; x += 1) small[y * width + x] = (sums[x] ?? 0) / (scale * scale);
  }
  return small;
}

function addRow(sums: Uint32Array, { grey, widthPx }: Raster, row: number, scale: number): void {
  let at = row * widthPx;
  for (let x = 0; x < sums.length; x += 1) {
    let sum = 0;
    for (let step = 0; step < scale; step += 1, at += 1) sum += grey[at] as number;
    sums[x] = (sums[x] as number) + sum;
  }
}

/** Ink is at least this much darker than the paper; less is shadow, show-through or grain. */
const minContrast = 48;

/** Otsu's threshold, lowered where the page has so little contrast that it would split the paper itself. */
function inkThreshold(small: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (let at = 0; at < small.length; at += 1) {
    const value = small[at] as number;
    counts[value] = (counts[value] as number) + 1;
  }
  let paper = 255;
  for (let value = 254; value >= 0; value -= 1)
    if ((counts[value] ?? 0) > (counts[paper] ?? 0)) paper = value;
  const threshold = otsu(counts, small.length);
  // On an inverted page the most frequent value is dark: the contrast says nothing there.
  return paper > 128 ? Math.min(threshold, paper - minContrast) : threshold;
}

function otsu(counts: Uint32Array, total: number): number {
  let sum = 0;
  for (let value = 0; value < 256; value += 1) sum += value * (counts[value] ?? 0);
  let below = 0;
  let belowSum = 0;
  let best = { threshold: 0, spread: -1 };
  for (let value = 0; value < 255; value += 1) {
    below += counts[value] ?? 0;
    belowSum += value * (counts[value] ?? 0);
    if (below === 0 || below === total) continue;
    const distance = belowSum / below - (sum - belowSum) / (total - below);
    const spread = below * (total - below) * distance * distance;
    if (spread > best.spread) best = { threshold: value, spread };
  }
  return best.threshold;
}
