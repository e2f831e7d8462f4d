import type { ImagePage, ReadPage } from '@mailroom/core';
import { type CheckBox, turnCheckBoxes } from './check-boxes/check-box.ts';
import { insertCheckBoxes } from './check-boxes/insert-check-boxes.ts';
import type { Cleaner } from './cleaning/create-cleaner.ts';
import type { Sheet } from './cleaning/protocol.ts';
import type { Engine, EngineLine } from './engines/engine.ts';
import { compose, type Turn, unturn } from './geometry.ts';
import { layOut, type Reading } from './lay-out.ts';
import { findTurn, standsOnEnd } from './orientation.ts';
import { inReadingOrder } from './reading-order.ts';
import { withoutScribbles } from './without-scribbles.ts';

/** What a page is read with; the files are its own. */
export interface Place {
  readonly cleaner: Cleaner;
  readonly engine: Engine;
  readonly cleanFile: string;
  readonly turnedFile: string;
  readonly timeoutMs: number;
  /** Whether barcodes are looked for. */
  readonly barcodes: boolean;
}

/** Cleans a page, recognises its words, and turns it when they make no sense. */
export async function readPage(page: ImagePage, place: Place): Promise<ReadPage> {
  const { cleaner, engine, cleanFile, turnedFile, timeoutMs, barcodes } = place;
  const sheet = await cleaner.clean({ page, barcodes, into: cleanFile }, timeoutMs);
  if (!sheet.written) return finish(page, sheet, page.turn, nothing);
  const asItIs = () => engine.recognise(cleanFile, timeoutMs);
  const turned = async (turn: Turn, sample: boolean) => {
    await cleaner.turn({ from: cleanFile, sheet, turn, sample, into: turnedFile }, timeoutMs);
    return engine.recognise(turnedFile, timeoutMs);
  };
  const first = sheet.sideways ? [] : await asItIs();
  const turn = isPoor(first) ? await findTurn(sheet, first, (candidate) => turned(candidate, true)) : 0;
  if (turn === 0) {
    const lines = sheet.sideways ? await asItIs() : first;
    const reading = layOut(inOrder(lines, sheet.checkBoxes), sheet.map, page);
    return finish(page, sheet, page.turn, reading);
  }
  const map = compose(sheet.map, unturn(sheet, turn));
  const notes = [...sheet.notes, `turned by ${turn} degrees`];
  const boxes = turnCheckBoxes(sheet.checkBoxes, sheet, turn);
  const reading = layOut(inOrder(await turned(turn, false), boxes), map, page);
  // What the hash saw was not upright.
  return finish(page, { ...sheet, notes, look: undefined }, addTurns(page.turn, turn), reading);
}

function inOrder(lines: readonly EngineLine[], boxes: readonly CheckBox[]): EngineLine[] {
  return inReadingOrder(withoutScribbles(insertCheckBoxes(lines, boxes)));
}

const nothing: Reading = { words: [], text: '' };

/** A page with what was read on it. */
export function finish(
  page: ImagePage,
  clean: Pick<Sheet, 'notes' | 'inkRatio' | 'written' | 'look'> & { readonly barcodes?: readonly string[] },
  turn: Turn,
  { words, text }: Reading,
): ReadPage {
  const blank = words.length === 0 && !clean.written;
  const sum = words.reduce((total, word) => total + word.confidence, 0);
  return {
    number: page.number,
    source: 'ocr',
    widthPx: page.widthPx,
    heightPx: page.heightPx,
    xDpi: page.xDpi,
    yDpi: page.yDpi,
    turn,
    text: [text, ...(clean.barcodes ?? []).map((code) => `Strichcode: ${code}`)].join('\n\n'),
    words,
    confidence: words.length > 0 ? sum / words.length : blank ? 1 : 0,
    blank,
    inkRatio: clean.inkRatio,
    notes: clean.notes,
    ...(clean.look === undefined ? {} : { look: clean.look }),
  };
}

/** Upright print reads above 0.8 even on poor faxes; upside down it stays below 0.5. */
const poorConfidence = 0.6;
const fewWords = 3;

function isPoor(lines: readonly EngineLine[]): boolean {
  const words = lines.flatMap((line) => line.words);
  if (words.length <= fewWords) return true;
  const upright = words.filter((word) => !standsOnEnd(word));
  return upright.reduce((sum, word) => sum + word.confidence, 0) / words.length < poorConfidence;
}

function addTurns(first: Turn, second: Turn): Turn {
  const sum = (first + second) % 360;
  return sum === 90 || sum === 180 || sum === 270 ? sum : 0;
}
