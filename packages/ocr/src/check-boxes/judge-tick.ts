import type { CheckBox, Square } from './check-box.ts';
import { type Ink, inkAcross, inkDown, inkShare } from './ink.ts';

/** Shares of ink inside. Between the first two it may be a speck or half a tick; above the last a bullet. */
const mostInEmpty = 0.03;
const leastInTicked = 0.09;
const mostInTicked = 0.9;

/** What is in an outline. A tick as thin as a hair covers an eighth of a box, a cross half of it. */
export function judgeTick(ink: Ink, square: Square): CheckBox {
  const inside = insideOf(square);
  const share = inkShare(ink, inside);
  if (share <= mostInEmpty)
    return { square, state: 'empty', isApart: false, certainty: 1 - share / mostInEmpty };
  if (share < leastInTicked || share > mostInTicked)
    return { square, state: 'unclear', isApart: false, certainty: 0 };
  const certainty = Math.min(1, (share - leastInTicked) / leastInTicked);
  return { square, state: 'ticked', isApart: isClearAlong(ink, inside), certainty };
}

/** The inside without its lines and their soft rims. */
export function insideOf({ left, top, right, bottom }: Square): Square {
  const across = Math.max(4, Math.round((right - left) * 0.18));
  const down = Math.max(4, Math.round((bottom - top) * 0.18));
  return { left: left + across, top: top + down, right: right - across, bottom: bottom - down };
}

function isClearAlong(ink: Ink, { left, top, right, bottom }: Square): boolean {
  const shares = [
    inkAcross(ink, top, left, right),
    inkAcross(ink, bottom, left, right),
    inkDown(ink, left, top, bottom),
    inkDown(ink, right, top, bottom),
  ];
  return shares.every((share) => share === 0);
}
