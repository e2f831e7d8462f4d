import type { Ink } from './ink.ts';

/** Ink without a break from `left` to `right` (both included) in row `y`. */
export interface Run {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** A line on a fax may miss one pixel. */
const widestGap = 1;

/**
 * Every horizontal stroke of `shortest` to `longest` pixels, row by row. Looks at every few pixels only,
 * so a page of text costs about 2 ms.
 */
export function findRuns(ink: Ink, shortest: number, longest: number): Run[] {
  const { widthPx, heightPx, grey, threshold } = ink;
  const step = Math.floor(shortest / 2) - 1;
  const runs: Run[] = [];
  for (let y = 0; y < heightPx; y += 1) {
    const start = y * widthPx;
    const end = start + widthPx;
    for (let at = start + step; at < end; at += step) {
      if ((grey[at] ?? 255) >= threshold) continue;
      const left = reach(ink, at, start - 1, -1);
      const right = reach(ink, at, end, 1);
      const length = right - left + 1;
      if (length >= shortest && length <= longest) runs.push({ left: left - start, right: right - start, y });
      at = right;
    }
  }
  return runs;
}

/** The last pixel of ink on the way from `at` to `end`. */
function reach({ grey, threshold }: Ink, at: number, end: number, step: 1 | -1): number {
  let last = at;
  for (let next = at + step; next !== end && Math.abs(next - last) <= widestGap + 1; next += step) {
    if ((grey[next] ?? 255) < threshold) last = next;
  }
  return last;
}
