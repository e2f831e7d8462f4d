import type { Square } from './check-box.ts';
import { type Ink, inkAcross, inkDown, inkShare } from './ink.ts';
import { insideOf } from './judge-tick.ts';

const leastSide = 0.93;
/** A fax machine may lose most of one line. */
const leastWeakSide = 0.5;
const leastWeakPx = 22;
/** Of the places just inside each line. */
const mostInside = 0.93;
/** Of the quarter of a line next to a corner. */
const leastEnd = 0.8;
/** Of the sixteen pixels in a corner. */
const leastCorner = 0.38;
/** Of the places in a line's direction beyond a corner. */
const mostBeyond = 0.95;
const leastAspect = 0.78;
/** Ink beside the outline: the ends of a tick. More is a picture, a table or a word. */
const mostAround = 0.3;

/** Whether four thin straight lines meet at the corners and end there: no letter, table cell or picture does. */
export function isOutline(ink: Ink, square: Square): boolean {
  const width = (square.right - square.left) / ink.dpi.x;
  const height = (square.bottom - square.top) / ink.dpi.y;
  if (Math.min(width, height) < leastAspect * Math.max(width, height)) return false;
  return hasSides(ink, square) && isThin(ink, square) && isFree(ink, square) && !continues(ink, square);
}

/** O, D, 0 and Q are round where a box has corners. Of the level lines a fax machine may lose one. */
function hasSides(ink: Ink, { left, top, right, bottom }: Square): boolean {
  if (inkDown(ink, left, top, bottom, 1) < leastSide || inkDown(ink, right, top, bottom, 1) < leastSide)
    return false;
  const piece = Math.max(4, Math.round((right - left) * 0.25));
  const shares = [top, bottom].map((y) => {
    const ends = [inkAcross(ink, y, left, left + piece, 1), inkAcross(ink, y, right - piece, right, 1)];
    return { share: inkAcross(ink, y, left, right, 1), end: Math.min(...ends) };
  });
  const whole = shares.filter(({ share, end }) => share >= leastSide && end >= leastEnd);
  if (whole.length === 2) return countCorners(ink, { left, top, right, bottom }) === 4;
  const isLarge = bottom - top >= leastWeakPx;
  return isLarge && whole.length === 1 && shares.every(({ share }) => share >= leastWeakSide);
}

/** How many of the outermost corners hold ink. */
function countCorners(ink: Ink, { left, top, right, bottom }: Square): number {
  const [west, east] = [
    outermost(-1, left, (x) => inkDown(ink, x, top, bottom)),
    outermost(1, right, (x) => inkDown(ink, x, top, bottom)),
  ];
  const [north, south] = [
    outermost(-1, top, (y) => inkAcross(ink, y, left, right)),
    outermost(1, bottom, (y) => inkAcross(ink, y, left, right)),
  ];
  return [
    { left: west, right: west + 3, top: north, bottom: north + 3 },
    { left: east - 3, right: east, top: north, bottom: north + 3 },
    { left: west, right: west + 3, top: south - 3, bottom: south },
    { left: east - 3, right: east, top: south - 3, bottom: south },
  ].filter((corner) => inkShare(ink, corner) >= leastCorner).length;
}

function outermost(step: 1 | -1, from: number, shareAt: (position: number) => number): number {
  let position = from;
  while (Math.abs(position - from) < 3 && shareAt(position + step) >= 0.6) position += step;
  return position;
}

/** Just inside its lines a box is white somewhere, even when it is ticked; a bold letter is all black there. */
function isThin(ink: Ink, square: Square): boolean {
  const { left, top, right, bottom } = insideOf(square);
  return (
    inkAcross(ink, top, left, right) <= mostInside &&
    inkAcross(ink, bottom, left, right) <= mostInside &&
    inkDown(ink, left, top, bottom) <= mostInside &&
    inkDown(ink, right, top, bottom) <= mostInside
  );
}

/** A line that goes on past a corner belongs to a table or a ruled sheet. The end of a tick is slanted. */
function continues(ink: Ink, { left, top, right, bottom }: Square): boolean {
  const far = Math.round((right - left) * 0.5);
  const goesOn = (share: number) => share > mostBeyond;
  return [-1, 0, 1].some(
    (shift) =>
      goesOn(inkAcross(ink, top + shift, left - far, left - 1)) ||
      goesOn(inkAcross(ink, top + shift, right + 1, right + far)) ||
      goesOn(inkAcross(ink, bottom + shift, left - far, left - 1)) ||
      goesOn(inkAcross(ink, bottom + shift, right + 1, right + far)) ||
      goesOn(inkDown(ink, left + shift, top - far, top - 1)) ||
      goesOn(inkDown(ink, right + shift, top - far, top - 1)) ||
      goesOn(inkDown(ink, left + shift, bottom + 1, bottom + far)) ||
      goesOn(inkDown(ink, right + shift, bottom + 1, bottom + far)),
  );
}

/** A letter has neighbours close by, a box has not; a tick that goes beyond does so at the corners. */
function isFree(ink: Ink, { left, top, right, bottom }: Square): boolean {
  const [width, height] = [right - left, bottom - top];
  const near = Math.max(4, Math.round(width * 0.2));
  const quarter = Math.round(height / 4);
  const beside = { top: top + quarter, bottom: bottom - quarter };
  const sides =
    inkShare(ink, { ...beside, left: left - near, right: left - 3 }) +
    inkShare(ink, { ...beside, left: right + 4, right: right + near + 1 });
  const ring = [
    { left: left - 4, right: right + 5, top: top - 4, bottom: top - 3 },
    { left: left - 4, right: right + 5, top: bottom + 4, bottom: bottom + 5 },
    { left: left - 4, right: left - 3, top: top - 2, bottom: bottom + 2 },
    { left: right + 4, right: right + 5, top: top - 2, bottom: bottom + 2 },
  ];
  // An underlined word may lie close above; a picture is close on all sides.
  const shares = ring.map((part) => inkShare(ink, part)).sort((one, other) => one - other);
  const around = shares.slice(0, 3).reduce((sum, share) => sum + share, 0) / 3;
  return sides < 0.1 && around <= mostAround;
}
