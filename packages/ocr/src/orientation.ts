import { type CleanPage, turnRaster } from './cleaning/clean-page.ts';
import { cropRows, type Raster } from './cleaning/raster.ts';
import type { Engine, EngineLine } from './engines/engine.ts';
import type { Turn } from './geometry.ts';

/** Rows of the upright page that are read to judge a direction: about eight lines of print. */
const sampleRows = 480;
/** A turned page must read this much better than the page as it is. */
const clearlyBetter = 1.5;
/** The least that must be read to believe a direction, in letters of certain words. */
const leastLetters = 8;

/**
 * The clockwise turn at which a strip of the page reads best; 0 when none reads clearly better.
 * Called only for pages whose first reading was poor, so its cost (a few lines each way) is rare.
 */
export async function findTurn(
  clean: CleanPage,
  first: readonly EngineLine[],
  engine: Engine,
): Promise<Turn> {
  const asItIs = clean.sideways ? 0 : lettersRead(first) * sampleShare(clean.raster);
  const candidates: readonly Turn[] = clean.sideways ? [90, 270] : [180, 90, 270];
  let best: { turn: Turn; letters: number } = {
    turn: 0,
    letters: Math.max(leastLetters, asItIs * clearlyBetter),
  };
  for (const turn of candidates) {
    const turned = await turnRaster(clean.raster, turn);
    const letters = lettersRead(await engine.recognise(fullestStrip(turned)));
    if (letters > best.letters) best = { turn, letters };
  }
  return best.turn;
}

function sampleShare(raster: Raster): number {
  return Math.min(1, sampleRows / raster.heightPx);
}

/** Letters in words of which the engine is sure; garbage from a wrong direction is rarely sure and long. */
function lettersRead(lines: readonly EngineLine[]): number {
  const sure = lines.flatMap((line) => line.words).filter((word) => word.confidence > 0.75);
  return sure.reduce((sum, { text }) => sum + (/^\P{L}?\p{L}{3,}\P{L}?$/u.test(text) ? text.length : 0), 0);
}

/** The strip with the most dark pixels that is not a photo or a black bar. */
function fullestStrip(raster: Raster): Raster {
  const { widthPx, heightPx, grey } = raster;
  if (heightPx <= sampleRows) return raster;
  let best = { top: 0, ink: -1 };
  for (let top = 0; top + sampleRows <= heightPx; top += sampleRows / 4) {
    const ink = darkShare(grey.subarray(top * widthPx, (top + sampleRows) * widthPx));
    if (ink > best.ink && ink < 0.3) best = { top, ink };
  }
  return cropRows(raster, best.top, best.top + sampleRows);
}

function darkShare(grey: Uint8Array): number {
  let dark = 0;
  let count = 0;
  for (let at = 0; at < grey.length; at += 7, count += 1) if ((grey[at] ?? 255) < 128) dark += 1;
  return dark / Math.max(1, count);
}
