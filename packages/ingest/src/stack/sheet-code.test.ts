import { expect, test } from 'vitest';
import { readSheetCode, sheetCode } from './sheet-code.ts';

test('a code that is read right gives its number, other barcodes are none of ours', () => {
  expect(readSheetCode(sheetCode(1))).toEqual({ kind: 'sheet', number: 1 });
  expect(readSheetCode(sheetCode(999_999))).toEqual({ kind: 'sheet', number: 999_999 });
  expect(readSheetCode('RR123456785DE')).toBeUndefined();
});

test('one wrong digit, or two that were swapped, are always noticed', () => {
  for (const number of [1, 120_345, 908_070, 999_998]) {
    const code = sheetCode(number);
    for (let at = 3; at < code.length; at += 1) {
      for (const digit of '0123456789') {
        if (code[at] === digit) continue;
        expect(readSheetCode(code.slice(0, at) + digit + code.slice(at + 1))).toMatchObject({
          kind: 'wrong',
        });
      }
      const swapped = `${code.slice(0, at)}${code[at + 1] ?? ''}${code[at]}${code.slice(at + 2)}`;
      if (swapped !== code) expect(readSheetCode(swapped)).toMatchObject({ kind: 'wrong' });
    }
  }
});
