import { expect, test } from 'vitest';
import { withoutScribbles } from './without-scribbles.ts';

test('strokes read as a letter or two go; whatever has a digit, more letters or a sure word stays', () => {
  const words = [
    ['il', 0],
    ['| |', 0.1],
    ['7', 0.1],
    ['Ulf', 0.9],
    ['Hilsamene', 0.1],
  ] as const;
  const lines = words.map(([text, confidence]) => ({
    block: 1,
    words: [{ text, confidence, x: 0, y: 0, width: 1, height: 1 }],
  }));
  expect(withoutScribbles(lines).map((line) => line.words[0]?.text)).toEqual(['7', 'Ulf', 'Hilsamene']);
});
