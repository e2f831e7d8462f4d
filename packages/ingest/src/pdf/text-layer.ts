import type { TextPage, Word } from '@mailroom/core';
import { displayedBox, displayMatrix, isOnPage, type PointBox } from './displayed.ts';
import { readCharacters, type TextCharacter } from './page-text.ts';
import type { Pdfium, Pointer } from './pdfium.ts';
import type { PageSurvey } from './survey-page.ts';

/** The characters a reader of the page sees. */
export interface TextLayer {
  readonly characters: readonly TextCharacter[];
  /** Letters and digits among them. */
  readonly letters: number;
  /** Share of characters that the file does not say the meaning of. */
  readonly unknownShare: number;
}

/**
 * Leaves out invisible text (OCR by somebody else) and text that was drawn before `coveredBefore`,
 * the place in drawing order of an image that covers the page.
 */
export function visibleText(
  pdfium: Pdfium,
  page: Pointer,
  survey: PageSurvey,
  coveredBefore: number,
): TextLayer {
  const seen = new Map<Pointer, boolean>();
  const characters = readCharacters(pdfium, page).filter(({ object }) => {
    const known = seen.get(object) ?? isVisible(pdfium, object, survey, coveredBefore);
    seen.set(object, known);
    return known;
  });
  const text = characters.map((character) => character.text).join('');
  const printed = text.match(/\S/gu)?.length ?? 0;
  const unknown = text.match(/[\ufffd\p{Co}\p{Cc}]/gu)?.filter((character) => character !== '\n').length ?? 0;
  return {
    characters,
    letters: text.match(/[\p{L}\p{N}]/gu)?.length ?? 0,
    unknownShare: printed === 0 ? 0 : unknown / printed,
  };
}

function isVisible(pdfium: Pdfium, object: Pointer, survey: PageSurvey, coveredBefore: number): boolean {
  // Spaces and line ends that pdfium adds belong to no object.
  if (object === 0) return true;
  if ((survey.texts.get(object) ?? Number.POSITIVE_INFINITY) < coveredBefore) return false;
  const mode = pdfium._FPDFTextObj_GetTextRenderMode(object);
  return mode !== invisible && mode !== clipOnly;
}

/** The page as text, boxes at 200 dpi of the page as displayed. */
export function textPageOf(pdfium: Pdfium, page: Pointer, number: number, layer: TextLayer): TextPage {
  const widthPx = Math.max(1, Math.round((pdfium._FPDF_GetPageWidthF(page) / 72) * textDpi));
  const heightPx = Math.max(1, Math.round((pdfium._FPDF_GetPageHeightF(page) / 72) * textDpi));
  const size = { widthPx, heightPx };
  const matrix = displayMatrix(pdfium, page, size);
  const onPage = layer.characters.filter(
    ({ text, box }) => text.trim() === '' || isOnPage(displayedBox(matrix, box), size),
  );
  const lines = wordsByLine(onPage);
  const words = lines.flatMap((line, index): Word[] =>
    line.map((word) => ({
      text: word.map(({ text }) => text).join(''),
      box: displayedBox(matrix, around(word)),
      confidence: 1,
      line: index,
    })),
  );
  const text = lines
    .map((line) => line.map((word) => word.map((one) => one.text).join('')).join(' '))
    .join('\n');
  return { kind: 'text', number, text: text.normalize('NFC'), widthPx, heightPx, words };
}

/** FPDF_TEXTRENDERMODE_INVISIBLE and _CLIP of fpdf_edit.h. */
const invisible = 3;
const clipOnly = 7;
const textDpi = 200;

type CharactersOfWord = TextCharacter[];

function wordsByLine(characters: readonly TextCharacter[]): CharactersOfWord[][] {
  const lines: CharactersOfWord[][] = [[]];
  let word: CharactersOfWord = [];
  const endWord = () => {
    if (word.length > 0) lines.at(-1)?.push(word);
    word = [];
  };
  for (const character of characters) {
    if (character.text === '\n') {
      endWord();
      lines.push([]);
    } else if (/^\s*$/u.test(character.text)) endWord();
    else word.push(character);
  }
  endWord();
  return lines.filter((line) => line.length > 0);
}

function around(word: CharactersOfWord): PointBox {
  return {
    left: Math.min(...word.map(({ box }) => box.left)),
    right: Math.max(...word.map(({ box }) => box.right)),
    bottom: Math.min(...word.map(({ box }) => box.bottom)),
    top: Math.max(...word.map(({ box }) => box.top)),
  };
}
