import type { ReadPage, Word } from '@mailroom/core';
import { expect, test } from 'vitest';
import { hasUnreadLines } from './unread-lines.ts';

const page = (...lines: readonly [text: string, confidence: number][]): ReadPage => ({
  ...{ number: 1, source: 'ocr', widthPx: 1, heightPx: 1, xDpi: 200, yDpi: 200, turn: 0, text: '' },
  ...{ confidence: 0.9, blank: false, inkRatio: 0.02, notes: [] },
  words: lines.flatMap(([text, confidence], line): Word[] =>
    text
      .split(' ')
      .map((word) => ({ text: word, confidence, line, box: { x: 0, y: 0, width: 1, height: 1 } })),
  ),
});
const print: [string, number] = ['bitte senden Sie mir die Rechnung noch einmal zu', 0.95];

test.each([
  [
    'two lines of handwriting below the print',
    page(print, ['uncl rneine nene', 0.3], ['Adrcsse ist Bachst', 0.35]),
  ],
  ['a long one', page(print, ['uncl rneine nene Adrcsse ist Bachst', 0.4])],
])('%s may say something that nobody has read', (_, read) => {
  expect(hasUnreadLines(read)).toBe(true);
});

test.each([
  ['print', page(print, print)],
  ['a signature', page(print, ['Thorslen Anloreclt', 0.2])],
  ['two who sign side by side', page(print, ['Thorslen Anloreclt Marlene Albrcht', 0.4])],
  ['specks and rules', page(print, ['| - . _', 0.1], ['. = - |', 0.1])],
  [
    'text that was never read',
    { ...page(['uncl rneine nene Adrcsse ist Bachst', 0]), source: 'text' as const },
  ],
])('%s does not', (_, read) => {
  expect(hasUnreadLines(read)).toBe(false);
});
