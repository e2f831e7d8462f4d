import { expect, test } from 'vitest';
import type { PageKind } from './look-at-page.ts';
import { planParts } from './plan-parts.ts';

const page: PageKind = { kind: 'page' };
const blank: PageKind = { kind: 'blank' };
const sheet: PageKind = { kind: 'sheet' };
const wrong: PageKind = { kind: 'wrong', code: 'MRT00000100' };

test('sheets and their blank backs belong to no letter, blank pages of a letter stay', () => {
  const pages = [sheet, blank, page, blank, page, sheet, page, sheet, sheet, blank, page, blank];
  expect(planParts(pages)).toEqual([
    { first: 3, last: 5 },
    { first: 7, last: 7 },
    { first: 11, last: 12 },
  ]);
});

test('what lies before the first sheet is a letter, and a sheet at the end makes none', () => {
  expect(planParts([page, page, sheet, page, sheet])).toEqual([
    { first: 1, last: 2 },
    { first: 4, last: 4 },
  ]);
  expect(planParts([sheet, sheet])).toEqual([]);
});

test('a wrong code separates, its page stays, and the letters on both sides go to a person', () => {
  const parts = planParts([sheet, page, page, wrong, page, sheet, page]);
  expect(parts).toMatchObject([
    { first: 2, last: 3, doubt: expect.stringContaining('Auf Seite 4 des Stapels') },
    { first: 4, last: 5, doubt: expect.stringContaining('„MRT00000100“') },
    { first: 7, last: 7 },
  ]);
  expect(parts[2]).not.toHaveProperty('doubt');
});
