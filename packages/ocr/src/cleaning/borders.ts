import type { Raster } from './raster.ts';
import type { Sketch } from './sketch.ts';

/** A row or column with more ink than this is a scanner's edge, never text. */
const solid = 0.7;
/** Borders are looked for in this share of the page at each edge. */
const depth = 0.08;

/** The raster without the solid dark stripes at its edges; the same object when there are none. */
export function whitenBorders(raster: Raster, sketch: Sketch): Raster {
  const { width, height, scale } = sketch;
  const row = (y: number) => inkOf(sketch, y * width, 1, width);
  const column = (x: number) => inkOf(sketch, x, width, height);
  const top = stripe((index) => row(index), height);
  const bottom = stripe((index) => row(height - 1 - index), height);
  const left = stripe((index) => column(index), width);
  const right = stripe((index) => column(width - 1 - index), width);
  if (top + bottom + left + right === 0) return raster;
  const inner = {
    top: top * scale,
    bottom: raster.heightPx - (bottom === 0 ? 0 : bottom * scale + (raster.heightPx % scale)),
    left: left * scale,
    right: raster.widthPx - (right === 0 ? 0 : right * scale + (raster.widthPx % scale)),
  };
  return { ...raster, grey: keepInside(raster, inner) };
}

/** How many rows from the edge inwards reach the last solid one, plus one for its soft rim; 0 when none is solid. */
function stripe(inkAt: (index: number) => number, length: number): number {
  const reach = Math.floor(length * depth);
  let last = -1;
  for (let index = 0; index < reach; index += 1) {
    if (inkAt(index) > solid) last = index;
    // Paper between the edge and a thick rule further in: the rule belongs to the page.
    else if (last < index - 4) break;
  }
  return last < 0 ? 0 : Math.min(reach, last + 2);
}

function inkOf({ ink }: Sketch, from: number, step: number, count: number): number {
  let sum = 0;
  for (let index = 0, at = from; index < count; index += 1, at += step) sum += ink[at] ?? 0;
  return sum / count;
}

interface Inner {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

function keepInside({ grey, widthPx, heightPx }: Raster, inner: Inner): Uint8Array {
  const kept = Uint8Array.from(grey);
  kept.fill(255, 0, inner.top * widthPx);
  kept.fill(255, inner.bottom * widthPx, heightPx * widthPx);
  for (let y = inner.top; y < inner.bottom; y += 1) {
    kept.fill(255, y * widthPx, y * widthPx + inner.left);
    kept.fill(255, y * widthPx + inner.right, (y + 1) * widthPx);
  }
  return kept;
}
