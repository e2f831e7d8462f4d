import { darkBelow, type GreyPage } from './grey-page.ts';

/**
 * Whether the page bears Kodak's Patch T (A-61599): four parallel bars, narrow, wide, narrow, wide, with narrow
 * spaces between them, at least 50 mm long. Looked for from the top down, and from the right for pages that were
 * scanned sideways; upside down the same bars are another patch.
 */
export function hasPatchT(page: GreyPage): boolean {
  const { data, width, height, dpi } = page;
  const down = linesOf(width, height, dpi, (line, at) => data[at * width + line]);
  const fromRight = linesOf(height, width, dpi, (line, at) => data[line * width + (width - 1 - at)]);
  return [down, fromRight].some((lines) => longestAgreement(lines, dpi) >= shortestBars);
}

/** In inches: spaces and narrow bars, wide bars, and how long all bars are at least. */
const narrow = 0.08;
const wide = 0.2;
const shortestBars = 2;
/** Scanned lines are an eighth of an inch apart; one in so many may be spoilt by dust or a hole. */
const linesAnInch = 8;
const forgivenLines = 1;

interface Found {
  /** Where the first bar begins, in pixels; undefined when the line does not cross the patch. */
  readonly start: number | undefined;
}

function linesOf(
  count: number,
  length: number,
  dpi: number,
  pixel: (line: number, at: number) => number | undefined,
): Found[] {
  const step = Math.max(1, Math.round(dpi / linesAnInch));
  const lines: Found[] = [];
  for (let line = Math.floor(step / 2); line < count; line += step) {
    lines.push({
      start: patchStart(
        runsOf(length, (at) => pixel(line, at)),
        dpi,
      ),
    });
  }
  return lines;
}

/** Lengths of light and dark in turn, light first (it may be 0). */
function runsOf(length: number, pixel: (at: number) => number | undefined): number[] {
  const runs: number[] = [];
  let dark = false;
  let start = 0;
  for (let at = 0; at <= length; at += 1) {
    const isDark: boolean = at < length ? (pixel(at) ?? 255) < darkBelow : !dark;
    if (isDark === dark) continue;
    runs.push(at - start);
    [dark, start] = [isDark, at];
  }
  return runs;
}

/** Bars and spaces of Patch T. */
const pattern = [narrow, narrow, wide, narrow, narrow, narrow, wide];

function patchStart(runs: readonly number[], dpi: number): number | undefined {
  let at = 0;
  for (const [index, run] of runs.entries()) {
    const isDark = index % 2 === 1;
    if (isDark && pattern.every((inches, offset) => fits(runs[index + offset], inches * dpi))) return at;
    at += run;
  }
  return undefined;
}

/** Printers, copiers and thresholds make bars fatter or thinner by about a third of a narrow one. */
function fits(run: number | undefined, expected: number): boolean {
  return (
    run !== undefined && Math.abs(run - expected) <= Math.max(1.5, expected * (expected > 20 ? 0.2 : 0.35))
  );
}

/** The longest stretch, in inches, over which neighbouring lines cross the patch at about the same place. */
function longestAgreement(lines: readonly Found[], dpi: number): number {
  let longest = 0;
  let stretch = 0;
  let missed = 0;
  let last: number | undefined;
  for (const { start } of lines) {
    const agrees = start !== undefined && (last === undefined || Math.abs(start - last) < (narrow * dpi) / 2);
    if (agrees) stretch += 1 + missed;
    missed = agrees ? 0 : missed + 1;
    if (agrees) last = start;
    if (missed > forgivenLines) [stretch, missed, last] = [0, 0, undefined];
    longest = Math.max(longest, stretch);
  }
  return longest / linesAnInch;
}
