import type { GreyRaster } from './has-writing.ts';

/** Something darker than the paper around it; millimetres from the upper left corner. */
export interface Mark {
  readonly leftMm: number;
  readonly topMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly areaMm2: number;
  /** Share of its rectangle that is dark. */
  readonly filled: number;
}

export interface Marks {
  readonly widthMm: number;
  readonly heightMm: number;
  /** At least a millimetre long; smaller ones are dust. */
  readonly marks: readonly Mark[];
}

/** Enough for the thinnest pencil; specks of a bad scan average out. */
const workDpi = 100;
/** Pencil is darker than its paper by this and more, what comes through from the other side by less. */
const leastContrast = 24;
/** The outermost part of a scan is not looked at. */
const marginMm = 4;
/** A page with more than this is no candidate for being empty: nobody needs to count its marks. */
const mostMarks = 400;

export function findMarks(page: GreyRaster): Marks {
  const small = shrink(page);
  const dark = darkPixels(small);
  const mm = 25.4 / workDpi;
  const marks: Mark[] = [];
  for (let at = 0; at < dark.length && marks.length < mostMarks; at += 1) {
    if (dark[at] !== 1) continue;
    const blob = flood(dark, at, small.width);
    const [width, height] = [blob.right - blob.left + 1, blob.bottom - blob.top + 1];
    if (Math.max(width, height) * mm < 1) continue;
    marks.push({
      ...{ leftMm: blob.left * mm, topMm: blob.top * mm, widthMm: width * mm, heightMm: height * mm },
      ...{ areaMm2: blob.count * mm * mm, filled: blob.count / (width * height) },
    });
  }
  return { widthMm: small.width * mm, heightMm: small.height * mm, marks };
}

interface Small {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** The mean of all pixels that fall on one. */
function shrink({ grey, widthPx, heightPx, xDpi, yDpi }: GreyRaster): Small {
  if (xDpi <= workDpi && yDpi <= workDpi) return { width: widthPx, height: heightPx, grey };
  const [stepX, stepY] = [Math.max(1, xDpi / workDpi), Math.max(1, yDpi / workDpi)];
  const [width, height] = [
    Math.max(1, Math.floor(widthPx / stepX)),
    Math.max(1, Math.floor(heightPx / stepY)),
  ];
  const small = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [
      Math.floor(y * stepY),
      Math.max(Math.floor(y * stepY) + 1, Math.floor((y + 1) * stepY)),
    ];
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [
        Math.floor(x * stepX),
        Math.max(Math.floor(x * stepX) + 1, Math.floor((x + 1) * stepX)),
      ];
      let sum = 0;
      for (let row = top; row < bottom; row += 1)
        for (let at = row * widthPx + left; at < row * widthPx + right; at += 1) sum += grey[at] ?? 255;
      small[y * width + x] = sum / ((bottom - top) * (right - left));
    }
  }
  return { width, height, grey: small };
}

const tilePx = 24;

/** 1 where a pixel is darker than the paper of its surroundings, which may be shaded or coloured. */
function darkPixels({ width, height, grey }: Small): Uint8Array {
  const dark = new Uint8Array(width * height);
  const margin = Math.round((marginMm / 25.4) * workDpi);
  for (let top = margin; top < height - margin; top += tilePx) {
    const bottom = Math.min(top + tilePx, height - margin);
    for (let left = margin; left < width - margin; left += tilePx) {
      const right = Math.min(left + tilePx, width - margin);
      const limit = paperTone(grey, width, { left, top, right, bottom }) - leastContrast;
      for (let y = top; y < bottom; y += 1)
        for (let at = y * width + left; at < y * width + right; at += 1)
          if ((grey[at] ?? 255) < limit) dark[at] = 1;
    }
  }
  return dark;
}

interface Tile {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The tone that three quarters of a tile do not exceed. */
function paperTone(grey: Uint8Array, width: number, { left, top, right, bottom }: Tile): number {
  const counts = new Uint16Array(256);
  for (let y = top; y < bottom; y += 1)
    for (let at = y * width + left; at < y * width + right; at += 1) {
      const value = grey[at] ?? 255;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  let left3 = ((right - left) * (bottom - top) * 3) / 4;
  let tone = 0;
  while (tone < 255 && left3 > 0) {
    left3 -= counts[tone] ?? 0;
    tone += 1;
  }
  return tone;
}

interface Blob extends Tile {
  readonly count: number;
}

/** The dark pixels that touch `start`, also at corners; they are taken out of `dark`. Bounds are inclusive. */
function flood(dark: Uint8Array, start: number, width: number): Blob {
  const open = [start];
  dark[start] = 0;
  let [left, right, top, bottom, count] = [width, 0, Number.POSITIVE_INFINITY, 0, 0];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)];
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    count += 1;
    for (const row of [at - width, at, at + width]) {
      for (const next of [row - 1, row, row + 1]) {
        if (dark[next] !== 1) continue;
        dark[next] = 0;
        open.push(next);
      }
    }
  }
  return { left, right, top, bottom, count };
}
