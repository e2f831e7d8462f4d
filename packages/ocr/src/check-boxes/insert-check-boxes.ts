import type { EngineLine, EngineWord } from '../engines/engine.ts';
import type { CheckBox, Square } from './check-box.ts';
import { mendTypedBoxes } from './mend-typed-boxes.ts';

/** How far, in sides, the words may be that a box belongs to. */
const farthestLabel = 4;
/** How far, in sides, the ends of a tick may reach beyond its box. */
const overhang = 0.35;

/** Boxes this close to each other, in sides, are places for digits, not for ticks. */
const leastGap = 0.5;

/**
 * The lines with `[x]` and `[ ]` in place of what the engine made of boxes, drawn or typed. A box without words
 * beside it, and one of which nobody can say whether it is ticked, leave the engine's words as they are.
 */
export function insertCheckBoxes(
  lines: readonly EngineLine[],
  boxes: readonly CheckBox[],
): readonly EngineLine[] {
  const alone = boxes.filter((box) => !boxes.some((other) => other !== box && isBeside(box, other)));
  const unclear = boxes.filter((box) => box.state === 'unclear' || !alone.includes(box));
  const inserted = alone.filter((box) => box.state !== 'unclear').reduce(insertOne, lines);
  return mendTypedBoxes(
    inserted,
    unclear.map(({ square }) => square),
  ).filter((line) => line.words.length > 0);
}

function isBeside({ square: one }: CheckBox, { square: other }: CheckBox): boolean {
  const gap = Math.max(one.left, other.left) - Math.min(one.right, other.right);
  const side = one.right - one.left;
  return Math.abs(one.top - other.top) < side / 2 && gap < leastGap * side;
}

function insertOne(lines: readonly EngineLine[], box: CheckBox): readonly EngineLine[] {
  const readings = readAround(lines, box);
  if ([...readings.values()].includes('text')) return lines;
  const freed = lines.map((line) => ({
    ...line,
    words: line.words.flatMap((word) => freeWord(word, box, readings.get(word))),
  }));
  const home = labelLine(freed, box);
  if (home === undefined) return lines;
  return freed.map((line) => (line === home ? { ...line, words: withBox(line.words, box) } : line));
}

/** What a word is to a box: nothing but the box, word and box in one, or text that shows there is no box. */
type Reading = 'box' | 'before' | 'behind' | 'text';

/** Words that do not touch the box are left out. */
function readAround(lines: readonly EngineLine[], box: CheckBox): Map<EngineWord, Reading> {
  const readings = new Map<EngineWord, Reading>();
  for (const word of lines.flatMap(({ words }) => words)) {
    const reading = touches(word, box) ? readingOf(word, box) : undefined;
    if (reading) readings.set(word, reading);
  }
  // When the box has a word of its own, one that reaches into it is only measured badly.
  if (![...readings.values()].includes('box')) return readings;
  return new Map([...readings].filter(([word, reading]) => reading !== 'text' || isPrinted(word, box)));
}

function touches({ x, y, width, height }: EngineWord, { square }: CheckBox): boolean {
  const side = sideOf(square);
  const reach = overhang * side;
  const across = Math.min(x + width, square.right + reach) - Math.max(x, square.left - reach);
  const down = Math.min(y + height, square.bottom) - Math.max(y, square.top);
  return across >= 0.5 * Math.min(width, side) && down >= 0.3 * Math.min(height, side);
}

function readingOf(word: EngineWord, box: CheckBox): Reading {
  const { square } = box;
  const side = sideOf(square);
  if (isPrinted(word, box)) return 'text';
  if (word.width < 1.8 * side) return 'box';
  if (square.left > word.x + 0.8 * side) {
    const isAtEnd = square.right > word.x + word.width - 0.8 * side;
    const isBadlyRead = word.confidence < unsure && !/\d$/.test(word.text);
    return isAtEnd && (boxAtEnd.test(word.text) || isBadlyRead) ? 'before' : 'text';
  }
  return word.x > square.left - overhang * side && !isSureText(word) ? 'behind' : 'text';
}

const unsure = 0.6;

/** A digit in a place for digits; a letter in a frame. */
function isPrinted({ text, confidence }: EngineWord, { isApart }: CheckBox): boolean {
  return isApart && confidence > unsure && /^[\p{L}\d]$/u.test(text) && !/[xX]/.test(text);
}

function isSureText({ text, confidence }: EngineWord): boolean {
  return confidence > 0.8 && /^\p{L}{3,}/u.test(text);
}

/** What a box is read as, in front of a word and at its end. */
const boxAtStart = /^(?:[^\p{L}\d]+|[XBKRODUQC0]?(?=\p{Lu}))/u;
const boxAtEnd =
  /(?:(?<=[\p{Ll}.:?!)])[^\p{Ll}\s.:?!][^\p{Ll}\s]{0,2}|(?<=\d)[^\p{L}\d\s.]{1,3}|(?<=^\p{L}).)$/u;

function freeWord(word: EngineWord, { square }: CheckBox, reading: Reading | undefined): EngineWord[] {
  if (reading === 'box') return [];
  const left = reading === 'behind' ? Math.max(word.x, square.right + 2) : word.x;
  const right = reading === 'before' ? square.left - 1 : word.x + word.width;
  const garbage = reading === 'behind' ? boxAtStart : boxAtEnd;
  const text = reading === undefined ? word.text : word.text.replace(garbage, '');
  return text === '' ? [] : [{ ...word, text, x: left, width: Math.max(1, right - left) }];
}

/** The line of the nearest word beside the box; the label is to the right more often. */
function labelLine(lines: readonly EngineLine[], { square }: CheckBox): EngineLine | undefined {
  const side = sideOf(square);
  const middle = (square.top + square.bottom) / 2;
  let found: { line: EngineLine; distance: number } | undefined;
  for (const line of lines) {
    for (const word of line.words.filter(isLabel)) {
      if (Math.abs(word.y + word.height / 2 - middle) > 0.6 * side) continue;
      const isRight = word.x > square.right - side / 2;
      const gap = isRight ? word.x - square.right : square.left - word.x - word.width;
      const distance = isRight ? gap : 1.5 * gap;
      if (gap < -side || gap > farthestLabel * side) continue;
      if (!found || distance < found.distance) found = { line, distance };
    }
  }
  return found?.line;
}

function isLabel({ text }: EngineWord): boolean {
  return /[\p{L}\d]/u.test(text) && text !== '[x]';
}

function sideOf({ left, right }: Square): number {
  return right - left + 1;
}

function withBox(words: readonly EngineWord[], { square, state, certainty }: CheckBox): EngineWord[] {
  const word = {
    text: state === 'ticked' ? '[x]' : '[ ]',
    x: square.left,
    y: square.top,
    width: square.right - square.left + 1,
    height: square.bottom - square.top + 1,
    confidence: 0.7 + 0.28 * certainty,
  };
  const after = words.findIndex((other) => other.x + other.width / 2 > word.x + word.width / 2);
  return after < 0 ? [...words, word] : [...words.slice(0, after), word, ...words.slice(after)];
}
