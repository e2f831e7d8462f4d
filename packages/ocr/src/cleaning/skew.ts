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
export function measureSkew(sketch: Sketch): Skew {
  const points = inkPoints(sketch);
  const coarse = sharpest(points, sketch.height, range(-maxSkewDegrees, maxSkewDegrees, 0.5));
  const fine = sharpest(points, sketch.height, range(coarse.degrees - 0.4, coarse.degrees + 0.4, 0.1));
  const best = fine.sharpness >= coarse.sharpness ? fine : coarse;
  // Angles are those of the lines, clockwise positive in image coordinates: turning back is the negative.
  return { degrees: best.degrees === 0 ? 0 : -best.degrees, sharpness: best.sharpness };
}

/** The sketch seen from the side, for measuring columns as if they were rows. */
export function transpose(sketch: Sketch): Sketch {
  const { width, height, ink } = sketch;
  const turned = new Uint8Array(ink.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) turned[x * height + y] = ink[y * width + x] ?? 0;
  }
  return { ...sketch, width: height, height: width, ink: turned };
}

interface Points {
  readonly xs: Float32Array;
  readonly ys: Float32Array;
}

const maxPoints = 60_000;

function inkPoints({ width, height, ink }: Sketch): Points {
  const total = ink.reduce((sum, value) => sum + value, 0);
  const every = Math.max(1, Math.ceil(total / maxPoints));
  const xs = new Float32Array(Math.ceil(total / every));
  const ys = new Float32Array(xs.length);
  let seen = 0;
  let kept = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (ink[y * width + x] !== 1) continue;
      seen += 1;
      if (seen % every !== 0 || kept >= xs.length) continue;
      xs[kept] = x - width / 2;
      ys[kept] = y;
      kept += 1;
    }
  }
  return { xs: xs.subarray(0, kept), ys: ys.subarray(0, kept) };
}

function sharpest(points: Points, height: number, angles: readonly number[]): Skew {
  let best: Skew = { degrees: 0, sharpness: 0 };
  for (const degrees of angles) {
    const sharpness = sharpnessAt(points, height, degrees);
    if (sharpness > best.sharpness) best = { degrees, sharpness };
  }
  return best;
}

function sharpnessAt({ xs, ys }: Points, height: number, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const margin = Math.ceil(height * 0.2) + 2;
  const rows = new Float64Array(height + 2 * margin);
  for (let at = 0; at < xs.length; at += 1) {
    const row = Math.round((ys[at] ?? 0) - (xs[at] ?? 0) * slope) + margin;
    if (row >= 0 && row < rows.length) rows[row] = (rows[row] ?? 0) + 1;
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
