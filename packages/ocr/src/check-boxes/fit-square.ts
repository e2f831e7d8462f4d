import type { Square } from './check-box.ts';
import type { Run } from './find-runs.ts';
import { type Ink, inkAcross, inkDown, isInk } from './ink.ts';

/** A tick that runs over a corner makes the stroke there longer by its own width. */
const overhang = 5;
const shallowest = 0.55;
const tallest = 1.3;

/** The outline of which `run` is the top (`down` 1) or the bottom (-1) line; undefined when there is none. */
export function fitSquare(ink: Ink, run: Run, down: 1 | -1): Square | undefined {
  const hasSides = hasSide(ink, run, down, run.left - 2) && hasSide(ink, run, down, run.right - overhang);
  if (!hasSides || isSolid(ink, run, down) || !hasOpposite(ink, run, down)) return undefined;
  const reach = run.y + down * Math.round(heightOf(ink, run) * 0.65);
  const [top, bottom] = down === 1 ? [run.y + 2, reach] : [reach, run.y - 2];
  const left = best(run.left - 2, run.left + overhang, (x) => inkDown(ink, x, top, bottom));
  const right = best(run.right + 2, run.right - overhang, (x) => inkDown(ink, x, top, bottom));
  const across = (y: number) => inkAcross(ink, y, left + 2, right - 2);
  const other = opposite(run.y, Math.round(heightOf(ink, { left, right }) * down), across);
  const own = best(run.y - 2 * down, run.y + down, across);
  return { left, right, top: Math.min(own, other), bottom: Math.max(own, other) };
}

/** In pixels, of a square as wide as the run. */
function heightOf({ dpi }: Ink, { left, right }: Pick<Run, 'left' | 'right'>): number {
  return ((right - left) * dpi.y) / dpi.x;
}

const columns = overhang + 2;

/** Whether one of the columns from `x` on is an upright line; rules out nearly every stroke of a letter. */
function hasSide(ink: Ink, run: Run, down: 1 | -1, x: number): boolean {
  const height = heightOf(ink, run);
  let alive = -1;
  for (let step = 1; step <= 5; step += 1) {
    const row = run.y + Math.round(height * 0.13 * step) * down;
    let dark = 0;
    for (let column = 0; column <= columns; column += 1) if (isInk(ink, x + column, row)) dark |= 1 << column;
    alive &= dark | (dark << 1) | (dark >> 1);
    if (alive === 0) return false;
  }
  return true;
}

/** A dark edge of the scan or a photo: ink all over, where a box has paper even between the strokes of a cross. */
function isSolid(ink: Ink, run: Run, down: 1 | -1): boolean {
  const row = run.y + Math.round(heightOf(ink, run) * 0.3) * down;
  for (let x = run.left + 4; x <= run.right - 4; x += 1) if (!isInk(ink, x, row)) return false;
  return true;
}

/** Whether some row at the right distance holds ink in three places. */
function hasOpposite(ink: Ink, run: Run, down: 1 | -1): boolean {
  const height = heightOf(ink, run);
  const places = [0.35, 0.5, 0.65].map((share) => run.left + Math.round((run.right - run.left) * share));
  for (let off = Math.floor(height * shallowest); off <= height * tallest + 1; off += 1) {
    if (places.every((x) => isInk(ink, x, run.y + off * down))) return true;
  }
  return false;
}

/** The row at about `side` from `y` with the most ink; of equal ones that which makes the better square. */
function opposite(y: number, side: number, across: (y: number) => number): number {
  let found = { position: y + side, score: -1 };
  const spread = Math.abs(side) * (tallest - 1);
  for (let off = 0; off <= spread; off += 1) {
    for (const position of [y + side + off, y + side - off]) {
      const score = across(position);
      if (score > found.score + 0.1) found = { position, score };
    }
  }
  return found.position;
}

/** The first position with the highest score on the way from `from` to `to`. */
function best(from: number, to: number, scoreAt: (position: number) => number): number {
  const step = from < to ? 1 : -1;
  let found = { position: from, score: -1 };
  for (let position = from; position !== to + step; position += step) {
    const score = scoreAt(position);
    if (score > found.score + 0.02) found = { position, score };
  }
  return found.position;
}
