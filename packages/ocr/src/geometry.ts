import { type Affine, type Box, identity } from '@mailroom/core';

export { type Affine, compose, identity } from '@mailroom/core';

export type Turn = 0 | 90 | 180 | 270;

export interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** From a raster of `to` back to one of `from` that was resized into it. */
export function unstretch(from: Size, to: Size): Affine {
  return { ...identity, a: from.widthPx / to.widthPx, d: from.heightPx / to.heightPx };
}

/** From a raster that was turned clockwise by `turn` back to the unturned one, whose size is `from`. */
export function unturn(from: Size, turn: Turn): Affine {
  if (turn === 90) return { a: 0, b: -1, c: 1, d: 0, e: 0, f: from.heightPx };
  if (turn === 180) return { a: -1, b: 0, c: 0, d: -1, e: from.widthPx, f: from.heightPx };
  if (turn === 270) return { a: 0, b: 1, c: -1, d: 0, e: from.widthPx, f: 0 };
  return identity;
}

/** From a raster rotated clockwise by `degrees` about its centre (and grown to `to`) back to `from`. */
export function unrotate(from: Size, to: Size, degrees: number): Affine {
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  const [x, y] = [to.widthPx / 2, to.heightPx / 2];
  return {
    a: cos,
    b: -sin,
    c: sin,
    d: cos,
    e: from.widthPx / 2 - cos * x - sin * y,
    f: from.heightPx / 2 + sin * x - cos * y,
  };
}

/** The smallest upright rectangle of whole pixels around the mapped box, cut to the page. */
export function mapBox(map: Affine, box: Box, page: Size): Box {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const x of [box.x, box.x + box.width]) {
    for (const y of [box.y, box.y + box.height]) {
      xs.push(map.a * x + map.c * y + map.e);
      ys.push(map.b * x + map.d * y + map.f);
    }
  }
  const left = clamp(Math.round(Math.min(...xs)), page.widthPx - 1);
  const top = clamp(Math.round(Math.min(...ys)), page.heightPx - 1);
  const right = clamp(Math.round(Math.max(...xs)), page.widthPx);
  const bottom = clamp(Math.round(Math.max(...ys)), page.heightPx);
  return { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

function clamp(value: number, max: number): number {
  return Math.max(0, Math.min(max, value));
}
