import { expect, test } from 'vitest';
import { countSheets } from './count-sheets.ts';

test('a tray is complete when every counted sheet has come in', () => {
  expect(countSheets(4, [range(3, 4), range(1, 2)])).toEqual({
    ...{ received: 4, missing: [], double: [], surplus: [] },
  });
});

test('what is missing, double or too many is named by its place in the tray', () => {
  expect(countSheets(9, [range(1, 3), range(3, 4), range(8, 11)])).toEqual({
    ...{ received: 8, missing: ['5-7'], double: ['3'], surplus: ['10-11'] },
  });
  expect(countSheets(3, [])).toMatchObject({ received: 0, missing: ['1-3'] });
});

function range(first: number, last: number) {
  return { first, last };
}
