import { expect, test } from 'vitest';
import { typesetText } from './typeset-text.ts';

test('words stand beside each other as they do in print, on an A4 page', () => {
  const [page, ...more] = typesetText('Hallo Welt\n\n  Gruß');
  expect(more).toEqual([]);
  expect(page?.words.map(({ text, box, line }) => [text, box.x, box.y, box.width, line])).toEqual([
    ['Hallo', 100, 100, 71, 0],
    ['Welt', 179, 100, 62, 0],
    ['Gruß', 117, 166, 71, 2],
  ]);
});

test('a long line is broken for the boxes, but stays one line of text', () => {
  const line = Array.from({ length: 40 }, (_, index) => `Wort${index}`).join(' ');
  const [page] = typesetText(`${line}\nEnde`);
  expect(page?.text).toBe(`${line}\nEnde`);
  expect(Math.max(...(page?.words.map(({ box }) => box.x + box.width) ?? []))).toBeLessThanOrEqual(1654);
  expect(page?.words.at(-1)?.line).toBeGreaterThan(2);
});

test('a word longer than a row is broken anywhere', () => {
  const [page] = typesetText('x'.repeat(200));
  expect(page?.words.map(({ text }) => text.length)).toEqual([45, 45, 45, 45, 20]);
});

test('a long text takes several pages and loses nothing', () => {
  const pages = typesetText(Array.from({ length: 200 }, (_, index) => `Zeile ${index}`).join('\n'));
  expect(pages.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  expect(pages.flatMap(({ text }) => text.split('\n'))).toHaveLength(200);
});
