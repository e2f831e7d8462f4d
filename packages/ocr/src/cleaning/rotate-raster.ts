import { type Size, unrotate } from '../geometry.ts';
import type { Raster } from './raster.ts';

const white = 255;
/** Positions are whole numbers of this fraction of a pixel. */
const unit = 1 << 16;

/**
 * The raster turned clockwise about its centre and grown to hold all of itself, white around it, each pixel mixed
 * of the four below it. For the few degrees of a skewed page; libvips takes more than twice as long.
 */
export function rotateRaster(raster: Raster, degrees: number): Raster {
  const size = rotatedSize(raster, degrees);
  const { a, b, c, d, e, f } = unrotate(raster, size, degrees);
  const grey = new Uint8Array(size.widthPx * size.heightPx).fill(white);
  for (let y = 0; y < size.heightPx; y += 1) {
    // From the middle of the first new pixel to the old one whose middle is to its upper left.
    const start = { x: a / 2 + c * (y + 0.5) + e - 0.5, y: b / 2 + d * (y + 0.5) + f - 0.5 };
    const row = grey.subarray(y * size.widthPx, (y + 1) * size.widthPx);
    mixRow(row, raster, start, { x: a, y: b });
  }
  return { ...size, grey };
}

function rotatedSize({ widthPx, heightPx }: Size, degrees: number): Size {
  const cos = Math.abs(Math.cos((degrees * Math.PI) / 180));
  const sin = Math.abs(Math.sin((degrees * Math.PI) / 180));
  return {
    widthPx: Math.ceil(widthPx * cos + heightPx * sin),
    heightPx: Math.ceil(heightPx * cos + widthPx * sin),
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Fills the part of a row that lies on the old raster, without its outermost pixels. */
function mixRow(row: Uint8Array, { grey, widthPx, heightPx }: Raster, start: Point, step: Point): void {
  const across = span(start.x, step.x, widthPx - 1, row.length);
  const down = span(start.y, step.y, heightPx - 1, row.length);
  const from = Math.max(across.from, down.from);
  let sourceX = Math.round((start.x + from * step.x) * unit);
  let sourceY = Math.round((start.y + from * step.y) * unit);
  const [stepX, stepY] = [Math.round(step.x * unit), Math.round(step.y * unit)];
  for (let x = from; x < Math.min(across.to, down.to); x += 1) {
    const at = (sourceY >> 16) * widthPx + (sourceX >> 16);
    const right = (sourceX >> 8) & 255;
    const upper = mix(grey[at] ?? white, grey[at + 1] ?? white, right);
    const lower = mix(grey[at + widthPx] ?? white, grey[at + widthPx + 1] ?? white, right);
    row[x] = mix(upper, lower, (sourceY >> 8) & 255);
    sourceX += stepX;
    sourceY += stepY;
  }
}

function mix(one: number, other: number, share: number): number {
  return one + (((other - one) * share + 128) >> 8);
}

/** The indices at which `start + index * step` stays at 0 or more and well below `end`. */
function span(start: number, step: number, end: number, length: number): { from: number; to: number } {
  const inside = (value: number) => value >= 0 && value < end - 0.1;
  if (Math.abs(step) < 1e-9) return inside(start) ? { from: 0, to: length } : { from: 0, to: 0 };
  const [near, far] = [-start / step, (end - 0.1 - start) / step].sort((one, other) => one - other);
  return { from: Math.max(0, Math.ceil(near ?? 0)), to: Math.min(length, Math.floor(far ?? 0)) };
}
