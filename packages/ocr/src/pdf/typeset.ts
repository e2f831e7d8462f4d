import type { TextPage, Word } from '@mailroom/core';
import { printable } from './archive.ts';

/** A piece of text on a page, in pixels at 200 dpi, origin top left. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly size: number;
}

export interface Typeset {
  readonly widthPx: number;
  /** Taller than the page where its text needs more room. */
  readonly heightPx: number;
  readonly runs: readonly Run[];
}

export type WidthOf = (text: string, size: number) => number;

/** Words stay where they are known to be; a page without places (a mail) is set from the top like a letter. */
export function typeset(page: TextPage, widthOf: WidthOf): Typeset {
  const { widthPx, heightPx } = page;
  if (page.words.length > 0) return { widthPx, heightPx, runs: placeWords(page.words, widthOf) };
  const runs = flow(page.text, widthPx, widthOf);
  const bottom = (runs.at(-1)?.baseline ?? 0) + margin / 2;
  return { widthPx, heightPx: Math.max(heightPx, Math.ceil(bottom)), runs };
}

/** 10 points at 200 dpi. */
const textSize = 28;
const leading = 38;
const margin = 160;
/** A box of print is about as high as the capital letters; this is their share of the size. */
const boxToSize = 0.95;

function placeWords(words: readonly Word[], widthOf: WidthOf): Run[] {
  const lines = Map.groupBy(words, (word) => word.line);
  return [...lines.values()].flatMap((line) => {
    const lineSize = Math.max(4, boxToSize * Math.max(...line.map((word) => word.box.height)));
    return line.map(({ text, box }) => {
      const shown = printable(text);
      const fit = Math.min(1, box.width / Math.max(1, widthOf(shown, lineSize)));
      return { text: shown, x: box.x, baseline: box.y + box.height * 0.8, size: Math.max(4, lineSize * fit) };
    });
  });
}

function flow(text: string, widthPx: number, widthOf: WidthOf): Run[] {
  const room = widthPx - 2 * margin;
  const lines = text.split(/\r\n|\n|\f/).flatMap((line) => wrap(printable(line), room, widthOf));
  return lines
    .map((line, index) => ({ text: line, x: margin, baseline: margin + index * leading, size: textSize }))
    .filter((run) => run.text.trim() !== '');
}

function wrap(line: string, room: number, widthOf: WidthOf): string[] {
  const lines = [''];
  for (const word of line.split(/(?<= )/).flatMap((long) => breakUp(long, room, widthOf))) {
    const longer = `${lines.at(-1) ?? ''}${word}`;
    if (widthOf(longer.trimEnd(), textSize) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A word wider than the page (a long link) is cut where it has to be. */
function breakUp(word: string, room: number, widthOf: WidthOf): string[] {
  if (widthOf(word, textSize) <= room) return [word];
  const pieces = Math.ceil(widthOf(word, textSize) / room) + 1;
  const characters = [...word];
  const each = Math.ceil(characters.length / pieces);
  return Array.from({ length: pieces }, (_, index) =>
    characters.slice(index * each, (index + 1) * each).join(''),
  );
}
