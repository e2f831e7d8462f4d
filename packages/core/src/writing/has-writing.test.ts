import { expect, test } from 'vitest';
import { type GreyRaster, hasWriting } from './has-writing.ts';

const [width, height] = [1654, 2339];

test('an empty sheet has no writing, not even with grain, shading, dust, punch holes, a staple and a shadow at its edge', () => {
  const page = sheet();
  shade(page);
  for (const [x, y] of [
    [300, 500],
    [900, 1200],
    [1400, 2000],
    [700, 1800],
  ] as const)
    disc(page, x, y, 3, 60);
  for (const y of [850, 1480]) disc(page, 95, y, 22, 40);
  line(page, { from: [20, 0], to: [20, height], thick: 18, tone: 90 });
  line(page, { from: [70, 50], to: [150, 125], thick: 6, tone: 80 });
  expect(hasWriting(page)).toBe(false);
});

test('folds are no writing, also when they are scanned askew or in pieces', () => {
  const page = sheet();
  line(page, { from: [0, 780], to: [width, 792], thick: 4, tone: 190 });
  for (let x = 0; x < width; x += 60)
    line(page, { from: [x, 1560], to: [x + 42, 1561], thick: 3, tone: 200 });
  line(page, { from: [826, 0], to: [829, height], thick: 4, tone: 180 });
  expect(hasWriting(page)).toBe(false);
});

test('print that comes through from the other side is no writing', () => {
  const page = sheet();
  print(page, { rows: 40, tone: 232 });
  expect(hasWriting(page)).toBe(false);
});

test('a faint pencil line is writing', () => {
  const page = sheet();
  line(page, { from: [500, 1100], to: [640, 1085], thick: 3, tone: 212 });
  expect(hasWriting(page)).toBe(true);
});

test('a line drawn across most of the page is writing, since it ends before the edges', () => {
  const page = sheet();
  line(page, { from: [220, 1169], to: [1430, 1175], thick: 3, tone: 205 });
  expect(hasWriting(page)).toBe(true);
});

test('one small printed line is writing, on a folded sheet too', () => {
  const page = sheet();
  line(page, { from: [0, 780], to: [width, 780], thick: 4, tone: 190 });
  print(page, { rows: 1, tone: 40 });
  expect(hasWriting(page)).toBe(true);
});

interface Line {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly thick: number;
  readonly tone: number;
}

function sheet(): GreyRaster {
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at += 1) grey[at] = 246 + ((at * 7919) % 9) - 4;
  return { grey, widthPx: width, heightPx: height, xDpi: 200, yDpi: 200 };
}

function shade({ grey }: GreyRaster): void {
  for (let at = 0; at < grey.length; at += 1) grey[at] = (grey[at] ?? 0) - Math.floor((at % width) / 40);
}

function disc(page: GreyRaster, x: number, y: number, radius: number, tone: number): void {
  for (let dy = -radius; dy <= radius; dy += 1)
    for (let dx = -radius; dx <= radius; dx += 1)
      if (dx * dx + dy * dy <= radius * radius) page.grey[(y + dy) * width + x + dx] = tone;
}

function line(page: GreyRaster, { from, to, thick, tone }: Line): void {
  const steps = Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1]));
  for (let step = 0; step < steps; step += 1) {
    const x = Math.round(from[0] + ((to[0] - from[0]) * step) / steps);
    const y = Math.round(from[1] + ((to[1] - from[1]) * step) / steps);
    const upright = Math.abs(to[1] - from[1]) > Math.abs(to[0] - from[0]);
    for (let off = 0; off < thick; off += 1) {
      const [px, py] = upright ? [x + off, y] : [x, y + off];
      if (px < width && py < height) page.grey[py * width + px] = tone;
    }
  }
}

/** Letters of 2 by 2.5 mm in rows of forty. */
function print(page: GreyRaster, { rows, tone }: { readonly rows: number; readonly tone: number }): void {
  for (let row = 0; row < rows; row += 1)
    for (let letter = 0; letter < 40; letter += 1) {
      const [x, y] = [200 + letter * 30, 300 + row * 45];
      line(page, { from: [x, y], to: [x, y + 20], thick: 4, tone });
      line(page, { from: [x, y], to: [x + 14, y], thick: 4, tone });
    }
}
