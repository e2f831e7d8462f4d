import type { Raster } from '../cleaning/raster.ts';

/** Rows that are compared, in pixels apart: bars are longer than four of these steps (4 mm), letters are not. */
const rowStep = 8;
const rows = 4;
/** Bars of the smallest code: 40 edges in the width of a label (38 mm). */
const windowPx = 250;
const fewestEdges = 40;
const darkBelow = 128;

/**
 * Whether upright bars stand somewhere on the page: many edges that keep their place from row to row. Costs about
 * as much as copying the page; what it finds may be a table or a picture, what it does not find is no barcode.
 */
export function looksLikeBarcode({ grey, widthPx, heightPx }: Raster): boolean {
  const lastRow = heightPx - 1;
  let above: Uint8Array[] = [];
  for (let y = 0; y <= lastRow; y += rowStep) {
    above = [...above.slice(-(rows - 1)), edgesOf(grey, y * widthPx, widthPx)];
    if (above.length === rows && haveCommonEdges(above, widthPx)) return true;
  }
  return false;
}

/** 1 where a dark pixel follows a light one or the other way round. */
function edgesOf(grey: Uint8Array, start: number, widthPx: number): Uint8Array {
  const edges = new Uint8Array(widthPx);
  let wasDark = false;
  for (let x = 0; x < widthPx; x += 1) {
    const isDark = (grey[start + x] ?? 255) < darkBelow;
    if (isDark !== wasDark) edges[x] = 1;
    wasDark = isDark;
  }
  return edges;
}

function haveCommonEdges([first, ...others]: readonly Uint8Array[], widthPx: number): boolean {
  if (!first) return false;
  const common = new Uint8Array(widthPx);
  let count = 0;
  for (let x = 1; x < widthPx - 1; x += 1) {
    if (first[x] === 1 && others.every((row) => (row[x - 1] ?? 0) + (row[x] ?? 0) + (row[x + 1] ?? 0) > 0)) {
      common[x] = 1;
      count += 1;
    }
    if (x >= windowPx) count -= common[x - windowPx] ?? 0;
    if (count >= fewestEdges) return true;
  }
  return false;
}
