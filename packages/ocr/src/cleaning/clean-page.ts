import { hasWriting, type ImagePage } from '@mailroom/core';
import { engineDpi } from '../engines/engine.ts';
import {
  type Affine,
  compose,
  identity,
  type Size,
  type Turn,
  unrotate,
  unstretch,
  unturn,
} from '../geometry.ts';
import { whitenBorders } from './borders.ts';
import { cropToInk } from './crop-to-ink.ts';
import { collect, decodeGrey, isBilevel, stretch, toSharp } from './decode.ts';
import { lookOf } from './look-of.ts';
import type { Raster } from './raster.ts';
import { resolutionOf } from './resolution.ts';
import { rotateRaster } from './rotate-raster.ts';
import { type Sketch, sketchOf } from './sketch.ts';
import { inkPoints, measureSkew, skewWorthTurningDegrees, transpose } from './skew.ts';
import { despeckle, noisySpecksPerMegapixel, specksPerMegapixel } from './specks.ts';

/** A page as an engine wants it: grey, dark on light, straight, cut to its print, and as small as reads well. */
export interface CleanPage {
  readonly raster: Raster;
  /** From the raster's pixels to the page's as received. */
  readonly map: Affine;
  readonly notes: readonly string[];
  /** Share of ink, 0 to 1, after dark borders were removed. */
  readonly inkRatio: number;
  /** Somebody wrote, printed or drew on it; only looked for where there is little ink. */
  readonly written: boolean;
  /** Lines seem to run from top to bottom. */
  readonly sideways: boolean;
  /** See lookOf. */
  readonly look: string | undefined;
}

/** Every step is gated by a measurement, so that a clean page pays for measuring only (about 30 ms). */
export async function cleanPage(page: ImagePage): Promise<CleanPage> {
  const { raster: flat, notes } = await decodeSquare(page);
  const upright = await turnRaster(flat, page.turn);
  const light = invertIfDark(upright, notes);
  const { raster, sketch } = removeBorders(light, notes);
  const map = compose(unstretch(page, flat), unturn(flat, page.turn));
  const ink = inkPoints(sketch);
  const skew = measureSkew(ink);
  const sideways = sketch.inkRatio > 0.002 && measureSkew(transpose(ink)).sharpness > 1.6 * skew.sharpness;
  // A sheet that is black all over is a failed scan, not an empty page.
  const black = light !== upright && sketch.inkRatio === 0;
  const written = black || sketch.inkRatio > emptyUpTo || hasWriting(rasterOnPaper(raster, page));
  const common = { notes, inkRatio: black ? 1 : sketch.inkRatio, written, sideways, look: lookOf(sketch) };
  const { raster: print, left, top } = cropToInk(raster, ink, sketch.scale);
  const printMap = compose(map, { ...identity, e: left, f: top });
  if (sideways || Math.abs(skew.degrees) < skewWorthTurningDegrees)
    return { raster: print, map: printMap, ...common };
  const straight = rotateRaster(print, skew.degrees);
  notes.push(`straightened by ${skew.degrees.toFixed(1)} degrees`);
  return { raster: straight, map: compose(printMap, unrotate(print, straight, skew.degrees)), ...common };
}

/** A sheet with at most this much ink may be empty: specks, holes, folds, show-through. */
const emptyUpTo = 0.004;

/** How large the pixels of the raster are on the paper. */
function rasterOnPaper({ grey, widthPx, heightPx }: Raster, page: ImagePage) {
  const { xDpi, yDpi } = resolutionOf(page);
  const lies = page.turn === 90 || page.turn === 270;
  const [inchesWide, inchesHigh] = [page.widthPx / xDpi, page.heightPx / yDpi];
  return {
    ...{ grey, widthPx, heightPx },
    xDpi: widthPx / (lies ? inchesHigh : inchesWide),
    yDpi: heightPx / (lies ? inchesWide : inchesHigh),
  };
}

interface Noted {
  readonly raster: Raster;
  readonly notes: string[];
}

/** Decoded, free of noise, equal resolution in both directions. */
async function decodeSquare(page: ImagePage): Promise<Noted> {
  const notes: string[] = page.damage === undefined ? [] : [page.damage];
  const bilevel = await isBilevel(page);
  const size = engineSize(page, bilevel, notes);
  const small = page.widthPx * page.heightPx <= maxSpeckPixels;
  const speckled = small && bilevel;
  const decoded = speckled ? await decodeBilevel(page, size, notes) : await decodeGrey(page, size);
  if (decoded.damaged) notes.push('the image file is damaged; part of the page may be missing');
  return { raster: decoded.raster, notes };
}

/** A4 at 400 dpi. Above, a speck is smaller than what reduction to 200 dpi averages away. */
const maxSpeckPixels = 16_000_000;
/** Fine faxes have 196 lines an inch, standard ones 98. */
const fineDpi = 150;

/** Resizing blurs noise into the letters, so a page of pure black and white is measured before. */
async function decodeBilevel(page: ImagePage, size: Size | undefined, notes: string[]) {
  const { raster, damaged } = await decodeGrey(page);
  const specks = specksPerMegapixel(raster);
  const clean = specks > noisySpecksPerMegapixel ? despeckle(raster, page.yDpi < fineDpi ? 1 : 2) : raster;
  if (clean !== raster) notes.push(`cleared noise (${Math.round(specks)} specks per megapixel)`);
  return { raster: size ? await stretch(clean, size) : clean, damaged };
}

/** Scaling by less than this changes nothing that the engine notices. */
const scaleWorthDoing = 1.15;
const maxScale = 4;
/** Coarser pages have no sharpness to give away: their letters are enlarged. */
const sharpDpi = 170;
/**
 * Layout takes time for every pixel and recognition for the length of a line at a fixed height, so sharp pages are
 * made smaller than the engine is told. Scans keep the thin strokes of typewriters at 160 dpi and lose them below;
 * a fax has none left and may be narrower still (docs/decisions/ocr.md).
 */
const scanRaster = { xDpi: 160, yDpi: 160 };
const faxRaster = { xDpi: 135, yDpi: 150 };
const faxUpToDpi = 210;
const coarseRaster = { xDpi: engineDpi, yDpi: engineDpi };

function engineSize(page: ImagePage, bilevel: boolean, notes: string[]): Size | undefined {
  const { xDpi, yDpi, guessed } = resolutionOf(page);
  if (guessed) notes.push(`resolution guessed as ${Math.round(xDpi)} dpi`);
  if (!isNear(xDpi / yDpi)) notes.push(`squared ${Math.round(xDpi)}x${Math.round(yDpi)} dpi`);
  const sharp = bilevel && xDpi <= faxUpToDpi ? faxRaster : scanRaster;
  const target = xDpi < sharpDpi ? coarseRaster : sharp;
  const scaleX = usefulScale(target.xDpi / xDpi);
  const scaleY = usefulScale(target.yDpi / yDpi);
  if (scaleX === 1 && scaleY === 1) return undefined;
  return {
    widthPx: Math.max(1, Math.round(page.widthPx * scaleX)),
    heightPx: Math.max(1, Math.round(page.heightPx * scaleY)),
  };
}

function usefulScale(scale: number): number {
  if (isNear(scale)) return 1;
  return Math.min(maxScale, Math.abs(scale - 2) < 0.1 ? 2 : scale);
}

function isNear(ratio: number): boolean {
  return ratio < scaleWorthDoing && ratio > 1 / scaleWorthDoing;
}

export async function turnRaster(raster: Raster, turn: Turn): Promise<Raster> {
  return turn === 0 ? raster : collect(toSharp(raster).rotate(turn));
}

/** More than this is white on black: even dense print covers less than a third of a page. */
const invertedInkRatio = 0.6;

function invertIfDark(raster: Raster, notes: string[]): Raster {
  const sum = sampledMean(raster);
  if (sum > 255 * (1 - invertedInkRatio)) return raster;
  notes.push('inverted white on black');
  return { ...raster, grey: raster.grey.map((value) => 255 - value) };
}

function sampledMean({ grey }: Raster): number {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < grey.length; at += 17, count += 1) sum += grey[at] ?? 255;
  return sum / Math.max(1, count);
}

function removeBorders(raster: Raster, notes: string[]): { raster: Raster; sketch: Sketch } {
  const sketch = sketchOf(raster);
  const whitened = whitenBorders(raster, sketch);
  if (whitened === raster) return { raster, sketch };
  notes.push('removed dark borders');
  return { raster: whitened, sketch: sketchOf(whitened) };
}
