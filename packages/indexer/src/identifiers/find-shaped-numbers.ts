import { foldNumber, type NumberShape } from '@mailroom/core';
import { asDigits, digitSigns, letterSigns, mostlyDigits } from './lookalikes.ts';
import type { Mention } from './mention.ts';

/** What may stand between two signs of a number: "NW-4417-88213", "6 029 481 735", "1.5520184.7". */
const gap = '(?: ?[.·_/–-]{1,2} ?| {0,2})';

/** Every number in the text that looks as the learned shapes do, read with OCR's usual mistakes. */
export function findShapedNumbers(text: string, shapes: readonly NumberShape[]): readonly Mention[] {
  return shapes.filter(tellsItself).flatMap((shape) => {
    const found: Mention[] = [];
    const pattern = patternOf(shape.shape);
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      // The next number may begin within a wrong reading of this one.
      pattern.lastIndex = match.index + 1;
      const value = readAs(shape.shape, match[0]);
      if (!value.startsWith(shape.prefix) || !isWritten(shape.shape, match[0])) continue;
      found.push(mention(shape, match, value));
    }
    return found;
  });
}

/** A few signs, most of them letters, stand everywhere. */
const tellsItself = ({ shape }: NumberShape): boolean => shape.length >= 5 || mostlyDigits(shape);

/** Mostly digits where the shape has digits; "in 94110", "bis 2028" are words before a number. */
function isWritten(shape: string, words: string): boolean {
  const signs = [...words.replace(/[ .·_/–-]/g, '')];
  const digits = signs.filter((_, at) => shape[at] === '9').join('');
  const letters = /^[^9]*/.exec(shape)?.[0].length ?? 0;
  const [word = ''] = /^\p{Ll}+(?=[ .])/u.exec(words) ?? [];
  const isWord = word !== '' && (digits.length <= 5 || word.length > Math.max(letters, 2));
  return mostlyDigits(digits) && !isWord;
}

function patternOf(shape: string): RegExp {
  const signs = [...shape].map((sign) => (sign === '9' ? `[${digitSigns}]` : `[${letterSigns(sign)}]`));
  return new RegExp(`(?<![\\p{L}\\p{N}]|[\\p{Lu}\\p{N}][-/])${signs.join(gap)}(?![\\p{L}\\p{N}])`, 'gu');
}

/** The digits where the shape has digits, the shape's own letters where it has letters. */
function readAs(shape: string, words: string): string {
  const signs = [...words.replace(/[ .·_/–-]/g, '')];
  return foldNumber(
    signs.map((sign, at) => (shape[at] === '9' ? asDigits(sign) : (shape[at] ?? ''))).join(''),
  );
}

function mention({ kind }: NumberShape, match: RegExpExecArray, value: string): Mention {
  const [words] = match;
  return { kind, value, start: match.index, end: match.index + words.length, words, labelled: false };
}
