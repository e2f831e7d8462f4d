import { expect, test } from 'vitest';
import { compose, mapBox, unrotate, unstretch, unturn } from './geometry.ts';

const page = { widthPx: 1000, heightPx: 600 };

test.each([
  [0, { x: 100, y: 50, width: 30, height: 10 }],
  [90, { x: 50, y: 470, width: 10, height: 30 }],
  [180, { x: 870, y: 540, width: 30, height: 10 }],
  [270, { x: 940, y: 100, width: 10, height: 30 }],
] as const)('a box of a page turned by %d degrees lies on the page as received', (turn, expected) => {
  expect(mapBox(unturn(page, turn), { x: 100, y: 50, width: 30, height: 10 }, page)).toEqual(expected);
});

test('stretching and turning are undone together', () => {
  const stretched = { widthPx: 1000, heightPx: 1200 };
  const map = compose(unstretch(page, stretched), unturn(stretched, 180));
  expect(mapBox(map, { x: 0, y: 0, width: 100, height: 100 }, page)).toEqual({
    x: 900,
    y: 550,
    width: 100,
    height: 50,
  });
});

test('rotation about the centre keeps the centre', () => {
  const grown = { widthPx: 1052, heightPx: 690 };
  const box = mapBox(unrotate(page, grown, 5), { x: 525, y: 344, width: 2, height: 2 }, page);
  expect(Math.abs(box.x + box.width / 2 - 500)).toBeLessThan(2);
  expect(Math.abs(box.y + box.height / 2 - 300)).toBeLessThan(2);
});

test('boxes are cut to the page and never empty', () => {
  const box = mapBox(unturn(page, 0), { x: 995, y: -5, width: 50, height: 5 }, page);
  expect(box).toEqual({ x: 995, y: 0, width: 5, height: 1 });
});
