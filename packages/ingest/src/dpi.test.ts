import { expect, test } from 'vitest';
import { guessedDpi, plausibleDpi } from './dpi.ts';

test('a stated resolution that makes a page of paper size is believed, also when it differs by axis', () => {
  expect(plausibleDpi(2480, 3508, { xDpi: 300, yDpi: 300 })).toEqual({ xDpi: 300, yDpi: 300 });
  expect(plausibleDpi(1728, 1143, { xDpi: 204, yDpi: 98 })).toEqual({ xDpi: 204, yDpi: 98 });
  expect(plausibleDpi(793, 1122, { xDpi: 96, yDpi: 96 })).toEqual({ xDpi: 96, yDpi: 96 });
});

test('72 dpi is what programs write that do not know; the paper is taken for A4', () => {
  expect(plausibleDpi(2480, 3508, { xDpi: 72, yDpi: 72 })).toEqual({ xDpi: 300, yDpi: 300 });
  expect(plausibleDpi(3508, 2480, { xDpi: 96, yDpi: 96 })).toEqual({ xDpi: 300, yDpi: 300 });
});

test('without a stated resolution 1728 columns are a fax, fine or standard by their height', () => {
  expect(guessedDpi(1728, 2292)).toEqual({ xDpi: 204, yDpi: 196 });
  expect(guessedDpi(1728, 1146)).toEqual({ xDpi: 204, yDpi: 98 });
});

test('nonsense is replaced by a guess', () => {
  expect(plausibleDpi(1654, 2339, { xDpi: 0, yDpi: 0 })).toEqual({ xDpi: 200, yDpi: 200 });
  expect(plausibleDpi(1654, 2339, { xDpi: 1e9, yDpi: 1 })).toEqual({ xDpi: 200, yDpi: 200 });
});
