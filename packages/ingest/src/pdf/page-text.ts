import type { PointBox } from './displayed.ts';
import type { Pdfium, Pointer } from './pdfium.ts';
import { withScratch } from './scratch.ts';

/** A character of the text layer. */
export interface TextCharacter {
  readonly text: string;
  readonly object: Pointer;
  readonly box: PointBox;
}

/** The text layer of a page in pdfium's order, line ends as "\n". At most 200,000 characters. */
export function readCharacters(pdfium: Pdfium, page: Pointer): TextCharacter[] {
  const textPage = pdfium._FPDFText_LoadPage(page);
  if (textPage === 0) return [];
  try {
    const count = Math.min(maxCharacters, pdfium._FPDFText_CountChars(textPage));
    return withScratch(pdfium, 32, (scratch, view) =>
      Array.from({ length: count }, (_, index) => {
        const at = [scratch, scratch + 8, scratch + 16, scratch + 24] as const;
        pdfium._FPDFText_GetCharBox(textPage, index, ...at);
        const [left, right, bottom, top] = doubles(view());
        return {
          text: characterOf(pdfium._FPDFText_GetUnicode(textPage, index)),
          object: pdfium._FPDFText_GetTextObject(textPage, index),
          box: { left, right, bottom, top },
        };
      }),
    );
  } finally {
    pdfium._FPDFText_ClosePage(textPage);
  }
}

function doubles(view: DataView): [number, number, number, number] {
  const at = (index: number) => view.getFloat64(index * 8, true);
  return [at(0), at(1), at(2), at(3)];
}

/** pdfium gives \r\n between lines and U+0002 (or U+FFFE) for a hyphen at the end of a line. */
function characterOf(code: number): string {
  if (code === 0x0d || code === 0) return '';
  if (code === 0x02 || code === 0xfffe) return '-';
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  return String.fromCodePoint(code);
}

const maxCharacters = 200_000;
