import type { TextPage } from '@mailroom/core';
import fontkit from '@pdf-lib/fontkit';
import type { PDFDocument, PDFFont } from 'pdf-lib';
import { readTextFont, replaceUnknown } from './text-font.ts';
import { typeset } from './typeset.ts';

export interface TextFont {
  readonly font: PDFFont;
  readonly knows: (codePoint: number) => boolean;
}

export async function embedTextFont(pdf: PDFDocument): Promise<TextFont> {
  pdf.registerFontkit(fontkit);
  // Ligatures would show one glyph for two letters, which search then misses in some viewers.
  const font = await pdf.embedFont(readTextFont(), { subset: true, features: { liga: false } });
  const known = new Set(font.getCharacterSet());
  return { font, knows: (codePoint) => known.has(codePoint) };
}

const pointsPerPixel = 72 / 200;

/** Adds a page on which the text can be read, for mails and other text that never was an image. */
export function addTextPage(pdf: PDFDocument, page: TextPage, { font, knows }: TextFont): void {
  const show = (text: string): string => replaceUnknown(text, knows);
  const { runs, widthPx, heightPx } = typeset(page, (text, size) => font.widthOfTextAtSize(show(text), size));
  const sheet = pdf.addPage([widthPx * pointsPerPixel, heightPx * pointsPerPixel]);
  for (const { text, x, baseline, size } of runs) {
    sheet.drawText(show(text), {
      x: x * pointsPerPixel,
      y: (heightPx - baseline) * pointsPerPixel,
      size: size * pointsPerPixel,
      font,
    });
  }
}
