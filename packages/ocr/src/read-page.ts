import type { ImagePage, ReadPage } from '@mailroom/core';
import { type CleanPage, cleanPage, turnRaster } from './cleaning/clean-page.ts';
import type { Engine, EngineLine } from './engines/engine.ts';
import { compose, identity, type Turn, unturn } from './geometry.ts';
import { layOut, type Reading } from './lay-out.ts';
import { findTurn } from './orientation.ts';

/** Less ink than this is an empty sheet: not even one short line. */
const emptyInkRatio = 0.00003;
/** A sheet with at most this much ink on which nothing can be read is empty: specks, holes, show-through. */
const blankInkRatio = 0.004;

/** Cleans a page and recognises its words. Runs in a child process: see pool/child.ts. */
export async function readPage(page: ImagePage, engine: Engine): Promise<ReadPage> {
  if (engine.recall) return recall(page, engine.recall(page));
  const clean = await cleanPage(page);
  if (clean.inkRatio < emptyInkRatio) return finish(page, clean, page.turn, nothing);
  const first = clean.sideways ? [] : await engine.recognise(clean.raster);
  const turn = isPoor(first) ? await findTurn(clean, first, engine) : 0;
  if (turn === 0) {
    const lines = clean.sideways ? await engine.recognise(clean.raster) : first;
    return finish(page, clean, page.turn, layOut(lines, clean.map, page));
  }
  const raster = await turnRaster(clean.raster, turn);
  const map = compose(clean.map, unturn(clean.raster, turn));
  const notes = [...clean.notes, `turned by ${turn} degrees`];
  const reading = layOut(await engine.recognise(raster), map, page);
  return finish(page, { ...clean, notes }, addTurns(page.turn, turn), reading);
}

function recall(page: ImagePage, lines: readonly EngineLine[]): ReadPage {
  const known = { notes: [], inkRatio: lines.length === 0 ? 0 : 1 };
  return finish(page, known, page.turn, layOut(lines, identity, page));
}

const nothing: Reading = { words: [], text: '' };

function finish(
  page: ImagePage,
  clean: Pick<CleanPage, 'notes' | 'inkRatio'>,
  turn: Turn,
  { words, text }: Reading,
): ReadPage {
  const blank = words.length === 0 && clean.inkRatio < blankInkRatio;
  const sum = words.reduce((total, word) => total + word.confidence, 0);
  return {
    number: page.number,
    source: 'ocr',
    widthPx: page.widthPx,
    heightPx: page.heightPx,
    xDpi: page.xDpi,
    yDpi: page.yDpi,
    turn,
    text,
    words,
    confidence: words.length > 0 ? sum / words.length : blank ? 1 : 0,
    blank,
    notes: clean.notes,
  };
}

/** Upright print reads above 0.8 even on poor faxes; upside down it stays below 0.5. */
const poorConfidence = 0.6;
const fewWords = 3;

function isPoor(lines: readonly EngineLine[]): boolean {
  const words = lines.flatMap((line) => line.words);
  if (words.length <= fewWords) return true;
  return words.reduce((sum, word) => sum + word.confidence, 0) / words.length < poorConfidence;
}

function addTurns(first: Turn, second: Turn): Turn {
  const sum = (first + second) % 360;
  return sum === 90 || sum === 180 || sum === 270 ? sum : 0;
}
