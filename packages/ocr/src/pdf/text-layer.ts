import type { ReadPage } from '@mailroom/core';
import { type Affine, mapBox, type Size, unturn } from '../geometry.ts';
import { printable } from './archive.ts';
import { glyphWidth } from './glyphless-font.ts';

/** PDF points for each pixel of the page as received. */
export interface PointScale {
  readonly x: number;
  readonly y: number;
}

const invisible = 3;

/**
 * Content stream operators that put each word, unseen, over its picture, so that it can be searched,
 * selected and copied. Text runs in reading direction also on pages that are turned for display.
 * @param font the name of the glyphless font in the page's resources
 */
export function writeTextLayer(read: ReadPage, scale: PointScale, font: string): string {
  if (read.words.length === 0) return '';
  const upright = turned(read, read.turn);
  const toUpright = unturn(upright, opposite(read.turn));
  const toPage = unturn(read, read.turn);
  const lines = Map.groupBy(read.words, (word) => word.line);
  const rows = [...lines.values()].flatMap((words) => {
    const boxes = words.map((word) => ({ ...mapBox(toUpright, word.box, upright), text: word.text }));
    return writeLine(boxes, toPage, read, scale, font);
  });
  return `BT ${invisible} Tr\n${rows.join('\n')}\nET`;
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

/** All words of a straight line share its height and base, so that a viewer selects them as one. */
function writeLine(
  words: readonly Placed[],
  toPage: Affine,
  page: Size,
  scale: PointScale,
  font: string,
): string[] {
  const tallest = Math.max(...words.map((word) => word.height));
  const bottoms = words.map((word) => word.y + word.height).sort((one, other) => one - other);
  const base = bottoms[Math.floor(bottoms.length / 2)] ?? 0;
  const straight = (bottoms.at(-1) ?? 0) - (bottoms[0] ?? 0) < 0.7 * tallest;
  return words.map((word, index) => {
    const bottom = straight ? base : word.y + word.height;
    const text = printable(word.text) + (index < words.length - 1 ? ' ' : '');
    const along = vector(toPage, scale);
    const size = tallest * along.heightPoints;
    const stretch = (100 * word.width * along.widthPoints) / (word.text.length * glyphWidth * size);
    const origin = {
      x: (toPage.a * word.x + toPage.c * bottom + toPage.e) * scale.x,
      y: (page.heightPx - (toPage.b * word.x + toPage.d * bottom + toPage.f)) * scale.y,
    };
    const matrix = [...along.direction, short(origin.x), short(origin.y)].join(' ');
    return `/${font} ${short(size)} Tf ${short(stretch)} Tz ${matrix} Tm <${utf16Hex(text)}> Tj`;
  });
}

/** How upright text lies in the PDF's own coordinates, whose y grows upwards, and what its pixels measure there. */
function vector(toPage: Affine, scale: PointScale) {
  const { a, b, c, d } = toPage;
  return {
    direction: [a, -b, -c, d].map((part) => Math.round(part) + 0),
    widthPoints: Math.abs(a) * scale.x + Math.abs(b) * scale.y,
    heightPoints: Math.abs(c) * scale.x + Math.abs(d) * scale.y,
  };
}

function turned({ widthPx, heightPx }: Size, turn: ReadPage['turn']): Size {
  return turn === 90 || turn === 270 ? { widthPx: heightPx, heightPx: widthPx } : { widthPx, heightPx };
}

function opposite(turn: ReadPage['turn']): ReadPage['turn'] {
  if (turn === 90) return 270;
  return turn === 270 ? 90 : turn;
}

function utf16Hex(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
