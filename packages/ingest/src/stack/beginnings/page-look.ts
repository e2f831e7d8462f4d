import type { ReadPage, Word } from '@mailroom/core';

/** A line of a page as it stands on the paper; millimetres from the upper left corner. */
export interface LookLine {
  readonly text: string;
  readonly leftMm: number;
  readonly rightMm: number;
  readonly topMm: number;
  readonly bottomMm: number;
}

/** What tells the letters of a stack apart: where lines stand, how large they are, what some of them say. */
export interface PageLook {
  readonly widthMm: number;
  readonly heightMm: number;
  /** From top to bottom. */
  readonly lines: readonly LookLine[];
  /** Median height of the lines, and distance from one to the next. */
  readonly lineMm: number;
  readonly pitchMm: number;
  /** Where most lines begin, and where the long ones end. */
  readonly leftMm: number;
  readonly rightMm: number;
  /** How well it was read, 0 to 1: of one hand and printer the same on every page. */
  readonly clarity: number;
}

/** Undefined for a page on which nothing can be read. */
export function lookOf(page: ReadPage): PageLook | undefined {
  const upright = page.turn === 0 || page.turn === 180;
  const [widthPx, heightPx] = upright ? [page.widthPx, page.heightPx] : [page.heightPx, page.widthPx];
  const [xDpi, yDpi] = upright ? [page.xDpi, page.yDpi] : [page.yDpi, page.xDpi];
  const [xMm, yMm] = [25.4 / (xDpi || 200), 25.4 / (yDpi || 200)];
  const lines = linesOf(page)
    .map((words) => lookLine(words, xMm, yMm))
    .filter(({ text }) => /[\p{L}\p{N}]{2}/u.test(text))
    .toSorted((one, other) => one.topMm - other.topMm);
  if (lines.length === 0) return undefined;
  const gaps = lines.slice(1).map(({ topMm }, index) => topMm - (lines[index]?.topMm ?? 0));
  return {
    ...{ widthMm: widthPx * xMm, heightMm: heightPx * yMm, lines },
    lineMm: median(lines.map(({ topMm, bottomMm }) => bottomMm - topMm)),
    pitchMm: median(gaps.filter((gap) => gap > 2 && gap < 12)),
    leftMm: median(lines.map(({ leftMm }) => leftMm)),
    rightMm: quantile(
      longLines,
      lines.map(({ rightMm }) => rightMm),
    ),
    clarity: page.confidence,
  };
}

/** One line in five is as long as the paper lets it be. */
const longLines = 0.8;

function linesOf({ words, turn, widthPx, heightPx }: ReadPage): Word[][] {
  const lines = new Map<number, Word[]>();
  for (const word of words) {
    const shown = { ...word, box: turned(word.box, turn, widthPx, heightPx) };
    const line = lines.get(word.line);
    if (line) line.push(shown);
    else lines.set(word.line, [shown]);
  }
  return [...lines.values()];
}

/** Boxes are in pixels of the page as received; people read it turned by `turn`. */
function turned(box: Word['box'], turn: ReadPage['turn'], widthPx: number, heightPx: number): Word['box'] {
  const { x, y, width, height } = box;
  if (turn === 90) return { x: heightPx - y - height, y: x, width: height, height: width };
  if (turn === 180) return { x: widthPx - x - width, y: heightPx - y - height, width, height };
  if (turn === 270) return { x: y, y: widthPx - x - width, width: height, height: width };
  return box;
}

function lookLine(words: readonly Word[], xMm: number, yMm: number): LookLine {
  return {
    text: words.map(({ text }) => text).join(' '),
    leftMm: Math.min(...words.map(({ box }) => box.x)) * xMm,
    rightMm: Math.max(...words.map(({ box }) => box.x + box.width)) * xMm,
    topMm: Math.min(...words.map(({ box }) => box.y)) * yMm,
    bottomMm: Math.max(...words.map(({ box }) => box.y + box.height)) * yMm,
  };
}

const median = (values: readonly number[]) => quantile(0.5, values);

/** 0 of nothing. */
function quantile(share: number, values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? 0;
}
