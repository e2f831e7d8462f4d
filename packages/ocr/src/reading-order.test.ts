import { expect, test } from 'vitest';
import type { EngineLine } from './engines/engine.ts';
import { inReadingOrder } from './reading-order.ts';

/** A line of words of 100 by 20 pixels. */
function line(text: string, x: number, y: number): EngineLine {
  const words = text.split(' ').map((word, index) => ({
    ...{ text: word, x: x + 110 * index, y, width: 100, height: 20, confidence: 1 },
  }));
  return { block: 1, words };
}

function textOf(lines: readonly EngineLine[]): string[] {
  return lines.map(({ words }) => words.map((word) => word.text).join(' '));
}

test('a heading that the engine read after the small print below it comes first', () => {
  const logo = { text: 'O', x: 0, y: 60, width: 90, height: 120, confidence: 0.2 };
  const heading = line('HANSEN und SÖHNE', 100, 100);
  const lines = [line('Am Hafen', 150, 130), { ...heading, words: [logo, ...heading.words] }];
  expect(textOf(inReadingOrder(lines))).toEqual(['O HANSEN und SÖHNE', 'Am Hafen']);
});

test('columns side by side stay as the engine has them, and a line below both comes last', () => {
  const lines = [
    line('links oben', 0, 0),
    line('unter beiden steht dies', 0, 200),
    line('links unten', 0, 40),
    line('rechts oben', 260, 0),
    line('rechts unten', 260, 40),
  ];
  expect(textOf(inReadingOrder(lines))).toEqual([
    'links oben',
    'links unten',
    'rechts oben',
    'rechts unten',
    'unter beiden steht dies',
  ]);
});

test('lines that touch or lie in each other keep their order', () => {
  const lines = [line('zweite', 0, 12), line('erste', 0, 0)];
  expect(inReadingOrder(lines)).toEqual(lines);
});
