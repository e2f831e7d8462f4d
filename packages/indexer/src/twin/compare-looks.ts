import type { Box } from '@mailroom/core';

/** Perceptual hashes as the reader makes them: a grid inside the margins, a bit for each field with print in it. */
const columns = 12;
const rows = 16;
const margin = 0.06;

/** Of the fields with print in one page or the other, so many may differ between two pictures of one sheet. */
const mostDiffering = 0.3;
/** A stamp of receipt and the shift of a fax cover up to twelve fields; a paragraph written by hand covers more. */
const mostNewFields = 14;

/**
 * Pages as pictures: `alike`, or one has print where the other has none (`added`), or neither can be said.
 * Hashes of the pages in order, in hexadecimal digits.
 */
export function compareLooks(
  one: readonly string[],
  other: readonly string[],
): 'alike' | 'added' | 'unknown' {
  if (one.length === 0 || one.length !== other.length) return 'unknown';
  const pairs = one.map((look, page) => [fieldsOf(look), fieldsOf(other[page] ?? '')] as const);
  if (pairs.some(([a, b]) => newFields(a, b) > mostNewFields || newFields(b, a) > mostNewFields))
    return 'added';
  return pairs.every(([a, b]) => differing(a, b) <= mostDiffering) ? 'alike' : 'unknown';
}

/** The hash of a page as if nothing were printed in these areas. */
export function withoutAreas(
  look: string,
  areas: readonly Box[],
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
): string {
  if (areas.length === 0) return look;
  const inside = 1 - 2 * margin;
  const isCovered = (at: number) => {
    const x = (margin + (inside * ((at % columns) + 0.5)) / columns) * widthPx;
    const y = (margin + (inside * (Math.floor(at / columns) + 0.5)) / rows) * heightPx;
    return areas.some(
      (area) => x >= area.x && x <= area.x + area.width && y >= area.y && y <= area.y + area.height,
    );
  };
  const bits = fieldsOf(look).map((field, at) => (field && !isCovered(at) ? '1' : '0'));
  return bits.join('').replace(/[01]{4}/g, (four) => Number.parseInt(four, 2).toString(16));
}

function fieldsOf(look: string): readonly boolean[] {
  return [...look].flatMap((digit) => {
    const bits = Number.parseInt(digit, 16);
    return [8, 4, 2, 1].map((bit) => (bits & bit) !== 0);
  });
}

function differing(one: readonly boolean[], other: readonly boolean[]): number {
  const printed = one.filter((field, at) => field || other[at]).length;
  const apart = one.filter((field, at) => field !== other[at]).length;
  return printed === 0 ? 1 : apart / printed;
}

/** Fields with print where the other page has none, not even beside it. */
function newFields(one: readonly boolean[], other: readonly boolean[]): number {
  const isPrinted = (column: number, row: number) =>
    column >= 0 && column < columns && (other[row * columns + column] ?? false);
  const isAround = (at: number) => {
    const [column, row] = [at % columns, Math.floor(at / columns)];
    return [-1, 0, 1].some((down) => [-1, 0, 1].some((across) => isPrinted(column + across, row + down)));
  };
  return one.filter((field, at) => field && !isAround(at)).length;
}
