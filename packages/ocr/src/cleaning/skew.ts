import type { Sketch } from './sketch.ts';

/** Tesseract follows lines that lean less than this by itself, and rotating costs sharpness. */
export const skewWorthTurningDegrees = 0.8;
const maxSkewDegrees = 8;

export interface Skew {
  /** By how much the page must be turned clockwise to be straight, in degrees. */
  readonly degrees: number;
  /** How sharply the rows of text stand apart at that angle; compare with the columns' (see `isSideways`). */
  readonly sharpness: number;
}

/**
 * The angle at which the rows' ink varies most. Coarse steps of half a degree, then tenths;
 * a page's edge or a form's frame weighs no more than a line of text because sums are square-rooted.
 */
export function measureSkew(ink: InkPoints): Skew {
  const coarse = sharpest(ink, range(-maxSkewDegrees, maxSkewDegrees, 0.5));
  const fine = sharpest(ink, range(coarse.degrees - 0.4, coarse.degrees + 0.4, 0.1));
  const best = fine.sharpness >= coarse.sharpness ? fine : coarse;
  // Angles are those of the lines, clockwise positive in image coordinates: turning back is the negative.
  return { degrees: best.degrees === 0 ? 0 : -best.degrees, sharpness: best.sharpness };
}

/** Where a sketch has ink, or an even choice of it. */
export interface InkPoints {
  readonly width: number;
  readonly height: number;
  readonly xs: Float32Array;
  readonly ys: Float32Array;
}

const maxPoints = 30_000;

export function inkPoints({ width, height, ink, inkRatio }: Sketch): InkPoints {
  const every = Math.max(1, Math.ceil((inkRatio * ink.length) / maxPoints));
  const xs = new Float32Array(maxPoints);
  const ys = new Float32Array(maxPoints);
  let seen = 0;
  let kept = 0;
  for (let at = 0; at < ink.length && kept < maxPoints; at += 1) {
    if (ink[at] !== 1) continue;
    seen += 1;
    if (seen % every !== 0) continue;
    xs[kept] = at % width;
    ys[kept] = Math.floor(at / width);
    kept += 1;
  }
  return { width, height, xs: xs.subarray(0, kept), ys: ys.subarray(0, kept) };
}

/** The same ink seen from the side, for measuring columns as if they were rows. */
export function transpose({ width, height, xs, ys }: InkPoints): InkPoints {
  return { width: height, height: width, xs: ys, ys: xs };
}

function sharpest(ink: InkPoints, angles: readonly number[]): Skew {
  let best: Skew = { degrees: 0, sharpness: 0 };
  for (const degrees of angles) {
    const sharpness = sharpnessAt(ink, degrees);
    if (sharpness > best.sharpness) best = { degrees, sharpness };
  }
  return best;
}

function sharpnessAt({ xs, ys, width, height }: InkPoints, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const margin = Math.ceil((width * Math.abs(slope)) / 2) + 2;
  const rows = new Float64Array(height + 2 * margin);
  // Truncating a positive number is far quicker than rounding.
  const offset = margin + 0.5 + (width / 2) * slope;
  for (let at = 0; at < xs.length; at += 1) {
    const row = ((ys[at] ?? 0) - (xs[at] ?? 0) * slope + offset) | 0;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 1; row < rows.length; row += 1) {
    const step = Math.sqrt(rows[row] ?? 0) - Math.sqrt(rows[row - 1] ?? 0);
    sum += step * step;
  }
  return sum;
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => from + index * step);
}
