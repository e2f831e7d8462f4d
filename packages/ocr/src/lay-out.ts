import type { Word } from '@mailroom/core';
import type { EngineLine } from './engines/engine.ts';
import { type Affine, mapBox, type Size } from './geometry.ts';

export interface Reading {
  readonly words: readonly Word[];
  readonly text: string;
}

/** Engine lines as the page's words, in the page's own pixels, and its text. */
export function layOut(lines: readonly EngineLine[], map: Affine, page: Size): Reading {
  const words = lines.flatMap(({ words: own }, line) =>
    own.map(({ text, confidence, ...box }) => ({ text, box: mapBox(map, box, page), confidence, line })),
  );
  return { words, text: textOf(lines) };
}

/** One line of text for each line, an empty one between blocks and where a gap is left open. */
function textOf(lines: readonly EngineLine[]): string {
  const heights = lines.map(heightOf).sort((one, other) => one - other);
  const usual = heights[Math.floor(heights.length / 2)] ?? 0;
  return lines
    .map((line, index) => {
      const before = lines[index - 1];
      const apart = before && (before.block !== line.block || topOf(line) - bottomOf(before) > usual);
      return (apart ? '\n' : '') + line.words.map((word) => word.text).join(' ');
    })
    .join('\n');
}

function topOf(line: EngineLine): number {
  return Math.min(...line.words.map((word) => word.y));
}

function bottomOf(line: EngineLine): number {
  return Math.max(...line.words.map((word) => word.y + word.height));
}

function heightOf(line: EngineLine): number {
  return bottomOf(line) - topOf(line);
}
