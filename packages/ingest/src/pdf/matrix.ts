import type { Affine } from '@mailroom/core';

/* Matrices with which PDFs draw, in points. */

/** Width and height in points with which the unit square (an image) is drawn. */
export function drawnSize(matrix: Affine): { width: number; height: number } {
  return { width: Math.hypot(matrix.a, matrix.b), height: Math.hypot(matrix.c, matrix.d) };
}

/** The box around the drawn unit square. */
export function boundsOf({ a, b, c, d, e, f }: Affine): { x0: number; y0: number; x1: number; y1: number } {
  const xs = [e, e + a, e + c, e + a + c];
  const ys = [f, f + b, f + d, f + b + d];
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

/**
 * The clockwise turn with which the unit square is drawn, give or take five degrees (a deskewed scan);
 * undefined when it is mirrored, sheared or turned by anything else.
 */
export function quarterTurnOf(matrix: Affine): 0 | 90 | 180 | 270 | undefined {
  const across = degrees(matrix.a, matrix.b);
  const up = degrees(matrix.c, matrix.d);
  const turn = quarterTurns.find((quarter) => near(across, -quarter) && near(up, 90 - quarter));
  return turn;
}

const quarterTurns = [0, 90, 180, 270] as const;

function degrees(x: number, y: number): number {
  return (Math.atan2(y, x) * 180) / Math.PI;
}

function near(degree: number, target: number): boolean {
  const off = (((degree - target) % 360) + 540) % 360;
  return Math.abs(off - 180) <= 5;
}
