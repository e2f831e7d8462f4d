import type { Word } from '@mailroom/core';
import { expect, test } from 'vitest';
import { locatePhrase, prepareWords } from './locate-phrase.ts';
import { aspectOf, shownBox } from './shown-box.ts';

const page = (text: string) =>
  prepareWords(
    text.split(' ').map(
      (word, index): Word => ({
        text: word,
        box: { x: index * 10, y: 0, width: 8, height: 5 },
        confidence: 1,
        line: 0,
      }),
    ),
  );
const found = (text: string, phrase: string, options = {}) =>
  locatePhrase(page(text), phrase, options).map((run) => run.map((word) => word.text).join(' '));

test('a phrase is found across words, signs and spacing, but not inside a word', () => {
  expect(found('Hiermit kündige ich, meinen Vertrag', 'kündige ich meinen')).toEqual(['kündige ich, meinen']);
  expect(found('Nr. 60 2948 1735 bitte', '6029481735')).toEqual(['60 2948 1735']);
  expect(found('Kündigungsfrist', 'kündigung')).toEqual([]);
  expect(found('Kündigungsfrist', 'kündigung', { part: true })).toEqual(['Kündigungsfrist']);
  expect(found('a b c', '')).toEqual([]);
});

test('a box turns with its page and is squared on a fax', () => {
  const box = { x: 10, y: 20, width: 30, height: 5 };
  const upright = { widthPx: 100, heightPx: 200, xDpi: 200, yDpi: 200, turn: 0 } as const;
  expect(shownBox(box, upright)).toEqual([0.1, 0.1, 0.3, 0.025]);
  expect(shownBox(box, { ...upright, turn: 90 })).toEqual([0.875, 0.1, 0.025, 0.3]);
  expect(shownBox(box, { ...upright, turn: 180 })).toEqual([0.6, 0.875, 0.3, 0.025]);
  expect(shownBox(box, { ...upright, turn: 270 })).toEqual([0.1, 0.6, 0.025, 0.3]);
  expect(aspectOf({ ...upright, xDpi: 204, yDpi: 98 })).toBeCloseTo(100 / 204 / (200 / 98));
  expect(aspectOf({ ...upright, turn: 90 })).toBe(2);
});
