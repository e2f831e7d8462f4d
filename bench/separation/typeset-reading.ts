import type { ReadPage, Word } from '@mailroom/core';
import { type Random, type TypesetPage, widthMm } from '@mailroom/fixtures';

const dpi = 200;
const px = (mm: number) => Math.round((mm / 25.4) * dpi);

/**
 * A typeset page as recognition would give it, without the minutes that takes: every word where it is printed, some
 * letters wrong, some words lost, handwriting mostly so; the paper lay a little askew.
 */
export function readTypeset(page: TypesetPage, number: number, random: Random): ReadPage {
  const [shiftX, shiftY] = [random.normal() * 1.2, random.normal() * 1.5];
  const lines = new Map<number, Word[]>();
  for (const mark of page.marks) {
    if (mark.kind !== 'text') continue;
    const line = Math.round(mark.yMm / 1.5);
    const height = mark.sizePt * 0.3528;
    let x = mark.xMm + shiftX;
    for (const piece of mark.text.split(/(\s+)/)) {
      const width = widthMm(piece, mark);
      const text = piece.trim() === '' ? '' : misread(piece, hands.has(mark.face), random);
      const box = {
        x: px(x),
        y: px(mark.yMm + shiftY - height * 0.75),
        width: px(width),
        height: px(height),
      };
      if (text !== '') lines.set(line, [...(lines.get(line) ?? []), { text, box, confidence: 0.9, line }]);
      x += width;
    }
  }
  const words = [...lines.values()].flat();
  return {
    ...{
      number,
      source: 'ocr',
      widthPx: px(page.widthMm),
      heightPx: px(page.heightMm),
      xDpi: dpi,
      yDpi: dpi,
    },
    ...{ turn: 0, text: page.text, words, confidence: 0.9, blank: words.length === 0, notes: [] },
  };
}

const hands: ReadonlySet<string> = new Set(['caveat', 'aurore', 'beanie', 'kalam']);

function misread(word: string, byHand: boolean, random: Random): string {
  if (random.chance(byHand ? 0.5 : 0.01)) return '';
  const wrong = byHand ? 0.4 : 0.008;
  return [...word].map((letter) => (random.chance(wrong) ? random.pick([...'eilrnct1']) : letter)).join('');
}
