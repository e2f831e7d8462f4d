import { stripRows } from './cleaning/fullest-strip.ts';
import type { Sheet } from './cleaning/protocol.ts';
import type { EngineLine, EngineWord } from './engines/engine.ts';
import type { Turn } from './geometry.ts';

/** A turned page must read this much better than the page as it is. */
const clearlyBetter = 1.5;
/** The least that must be read to believe a direction, in letters of certain words. */
const leastLetters = 8;

/**
 * The clockwise turn at which a strip of the page reads best; 0 when none reads clearly better.
 * Called only for pages whose first reading was poor, so its cost (a few lines each way) is rare.
 */
export async function findTurn(
  sheet: Sheet,
  first: readonly EngineLine[],
  readStrip: (turn: Turn) => Promise<readonly EngineLine[]>,
): Promise<Turn> {
  // The upright rules of a form look like lines of a page on its side, so that one is not ruled out.
  const asItIs = sheet.sideways
    ? lettersRead(await readStrip(0))
    : lettersRead(first) * Math.min(1, stripRows / sheet.heightPx);
  const candidates: readonly Turn[] = sheet.sideways ? [90, 270] : [180, 90, 270];
  let best: { turn: Turn; letters: number } = {
    turn: 0,
    letters: Math.max(leastLetters, asItIs * clearlyBetter),
  };
  for (const turn of candidates) {
    const letters = lettersRead(await readStrip(turn));
    if (letters > best.letters) best = { turn, letters };
  }
  return best.turn;
}

/** Letters in words of which the engine is sure; garbage from a wrong direction is rarely sure and long. */
function lettersRead(lines: readonly EngineLine[]): number {
  const words = lines.flatMap((line) => line.words);
  const sure = words.filter((word) => word.confidence > 0.75 && !standsOnEnd(word));
  return sure.reduce((sum, { text }) => sum + (/^\P{L}?\p{L}{3,}\P{L}?$/u.test(text) ? text.length : 0), 0);
}

/** Engines also read lines that run from top to bottom; such words are right, but the page lies on its side. */
export function standsOnEnd({ text, width, height }: EngineWord): boolean {
  return text.length > 2 && height > width;
}
