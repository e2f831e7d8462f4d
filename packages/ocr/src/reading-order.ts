import type { EngineLine } from './engines/engine.ts';

/** Lines share a column when they overlap by this much of the narrower one. */
const sameColumn = 0.5;
/** Descenders may reach into the ascenders of the line below by this much of the lower of the two lines. */
const touching = 0.3;

/**
 * The engine's order, except that no line comes before one that stands above it in the same column: engines put a
 * large heading behind the small print below it. Columns side by side stay as the engine has them.
 */
export function inReadingOrder(lines: readonly EngineLine[]): EngineLine[] {
  const waiting = lines.map((line) => ({ line, frame: frameOf(line), linesAbove: 0 }));
  for (const one of waiting) {
    one.linesAbove = waiting.filter((other) => isAbove(other.frame, one.frame)).length;
  }
  const ordered: EngineLine[] = [];
  while (waiting.length > 0) {
    const [next] = waiting.splice(
      waiting.findIndex((one) => one.linesAbove === 0),
      1,
    );
    if (!next) break;
    ordered.push(next.line);
    for (const one of waiting) if (isAbove(next.frame, one.frame)) one.linesAbove -= 1;
  }
  return ordered;
}

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Upright it reaches as far as its usual word: a stamp or a logo may be read as one tall word of the line. */
function frameOf({ words }: EngineLine): Frame {
  return {
    left: Math.min(...words.map((word) => word.x)),
    right: Math.max(...words.map((word) => word.x + word.width)),
    top: median(words.map((word) => word.y)),
    bottom: median(words.map((word) => word.y + word.height)),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

function isAbove(one: Frame, other: Frame): boolean {
  const common = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  if (common < sameColumn * Math.min(one.right - one.left, other.right - other.left)) return false;
  const lower = Math.min(one.bottom - one.top, other.bottom - other.top);
  return one.top < other.top && one.bottom <= other.top + touching * lower;
}
