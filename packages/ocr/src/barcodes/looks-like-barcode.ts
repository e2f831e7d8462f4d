import type { Raster } from '../cleaning/raster.ts';

/** Rows that are compared, in pixels apart: bars are longer than four of these steps (4 mm), letters are not. */
const rowStep = 8;
const rows = 4;
/** Bars of the smallest code: 40 edges in the width of a label (38 mm). */
const windowPx = 250;
const fewestEdges = 40;
const darkBelow = 128;

/** Bits of a column: an edge is here; one is here or beside it. */
const here = 1;
const near = 2;

/**
 * Whether upright bars stand somewhere on the page: many edges that keep their place from row to row. What it finds
 * may be a table or a picture, what it does not find is no barcode.
 */
export function looksLikeBarcode({ grey, widthPx, heightPx }: Raster): boolean {
  let above: Uint8Array[] = [];
  for (let y = 0; y < heightPx; y += rowStep) {
    const edges = edgesOf(grey, y * widthPx, widthPx);
    above = edges ? [...above.slice(1 - rows), edges] : [];
    if (above.length === rows && haveCommonEdges(above, widthPx)) return true;
  }
  return false;
}

/** Undefined when there are too few to cross a barcode. */
function edgesOf(grey: Uint8Array, start: number, widthPx: number): Uint8Array | undefined {
  const edges = new Uint8Array(widthPx + 2);
  let wasDark = false;
  let count = 0;
  for (let x = 0; x < widthPx; x += 1) {
    const isDark = (grey[start + x] ?? 255) < darkBelow;
    if (isDark === wasDark) continue;
    wasDark = isDark;
    count += 1;
    if (x > 0) edges[x - 1] = (edges[x - 1] ?? 0) | near;
    edges[x] = here | near;
    edges[x + 1] = near;
  }
  return count < fewestEdges ? undefined : edges;
}

function haveCommonEdges([first, second, third, fourth]: readonly Uint8Array[], widthPx: number): boolean {
  if (!first || !second || !third || !fourth) return false;
  const places: number[] = [];
  for (let x = 0; x < widthPx; x += 1) {
    const isHere = (first[x] ?? 0) & here;
    if (!isHere || !((second[x] ?? 0) & (third[x] ?? 0) & (fourth[x] ?? 0) & near)) continue;
    places.push(x);
    const start = places.at(-fewestEdges);
    if (start !== undefined && x - start <= windowPx) return true;
  }
  return false;
}
