import type { Size } from '../geometry.ts';
import type { Raster } from './raster.ts';

/**
 * Enlarges between two pixels at a time; what is larger already stays. For the lines of a standard fax and for
 * coarse scans: libvips takes fifteen times as long.
 */
export function enlarge(raster: Raster, { widthPx, heightPx }: Size): Raster {
  const wide = widthPx > raster.widthPx ? growColumns(raster, widthPx) : raster;
  return heightPx > wide.heightPx ? growRows(wide, heightPx) : wide;
}

interface Steps {
  /** The first of the two old pixels, for each new one. */
  readonly first: Int32Array;
  /** Of 256; the second old pixel gets the rest. */
  readonly weight: Int32Array;
}

function stepsOf(from: number, to: number): Steps {
  const first = new Int32Array(to);
  const weight = new Int32Array(to);
  for (let index = 0; index < to; index += 1) {
    const at = Math.max(0, Math.min(from - 1, ((index + 0.5) * from) / to - 0.5));
    const start = Math.max(0, Math.min(from - 2, Math.floor(at)));
    first[index] = start;
    weight[index] = Math.round(256 * (1 - (at - start)));
  }
  return { first, weight };
}

function growRows({ widthPx, heightPx, grey }: Raster, newHeight: number): Raster {
  const { first, weight } = stepsOf(heightPx, newHeight);
  const out = new Uint8Array(widthPx * newHeight);
  let target = 0;
  for (let y = 0; y < newHeight; y += 1) {
    const share = weight[y] ?? 256;
    const row = (first[y] ?? 0) * widthPx;
    for (let at = row; at < row + widthPx; at += 1, target += 1) {
      const upper = grey[at] ?? 255;
      out[target] = upper + (((256 - share) * ((grey[at + widthPx] ?? upper) - upper)) >> 8);
    }
  }
  return { widthPx, heightPx: newHeight, grey: out };
}

function growColumns({ widthPx, heightPx, grey }: Raster, newWidth: number): Raster {
  const { first, weight } = stepsOf(widthPx, newWidth);
  const out = new Uint8Array(newWidth * heightPx);
  let target = 0;
  for (let y = 0; y < heightPx; y += 1) {
    const row = y * widthPx;
    for (let x = 0; x < newWidth; x += 1, target += 1) {
      const at = row + (first[x] ?? 0);
      const left = grey[at] ?? 255;
      out[target] = left + (((256 - (weight[x] ?? 256)) * ((grey[at + 1] ?? left) - left)) >> 8);
    }
  }
  return { widthPx: newWidth, heightPx, grey: out };
}
