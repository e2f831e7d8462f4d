/** A PDF transformation: x' = a x + c y + e, y' = b x + d y + f. */
export interface Matrix {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

export const identity: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

/** First `inner`, then `outer`. */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  return {
    a: inner.a * outer.a + inner.b * outer.c,
    b: inner.a * outer.b + inner.b * outer.d,
    c: inner.c * outer.a + inner.d * outer.c,
    d: inner.c * outer.b + inner.d * outer.d,
    e: inner.e * outer.a + inner.f * outer.c + outer.e,
    f: inner.e * outer.b + inner.f * outer.d + outer.f,
  };
}

/** Width and height in points with which the unit square (an image) is drawn. */
export function drawnSize(matrix: Matrix): { width: number; height: number } {
  return { width: Math.hypot(matrix.a, matrix.b), height: Math.hypot(matrix.c, matrix.d) };
}

/** The box around the drawn unit square. */
export function boundsOf({ a, b, c, d, e, f }: Matrix): { x0: number; y0: number; x1: number; y1: number } {
  const xs = [e, e + a, e + c, e + a + c];
  const ys = [f, f + b, f + d, f + b + d];
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

/**
 * The clockwise turn with which the unit square is drawn, give or take five degrees (a deskewed scan);
 * undefined when it is mirrored, sheared or turned by anything else.
 */
export function quarterTurnOf(matrix: Matrix): 0 | 90 | 180 | 270 | undefined {
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
