import { deflateSync } from 'node:zlib';
import type { ImagePage, OpenedPage, ReadPage } from '@mailroom/core';
import { degrees, type PDFContext, PDFDocument, PDFName, type PDFRawStream, type PDFRef } from 'pdf-lib';
import { resolutionOf } from '../cleaning/resolution.ts';
import { markAsArchive, type PdfMeta } from './archive.ts';
import { addGlyphlessFont } from './glyphless-font.ts';
import { addPageImage } from './pass-image.ts';
import { writeTextLayer } from './text-layer.ts';
import { addTextPage, embedTextFont, type TextFont } from './text-page.ts';

export interface PdfPage {
  readonly image: OpenedPage;
  readonly read: ReadPage;
}

const pointsPerInch = 72;

/**
 * The document as PDF/A-2b: original pixels, with the words that were read behind them, unseen.
 * Pages are taken one at a time; the finished PDF is held in memory (35 kB a fax page, 1 MB a grey JPEG).
 */
export async function writeSearchablePdf(
  pages: AsyncIterable<PdfPage> | Iterable<PdfPage>,
  meta: PdfMeta,
): Promise<Buffer> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const fonts = lazyFonts(pdf);
  for await (const { image, read } of pages) {
    if (image.kind === 'text') addTextPage(pdf, image, await fonts.visible());
    else await addImagePage(pdf, image, read, fonts.glyphless);
  }
  if (pdf.getPageCount() === 0) pdf.addPage();
  markAsArchive(pdf, meta);
  return Buffer.from(await pdf.save({ useObjectStreams: false, addDefaultPage: false }));
}

interface Fonts {
  glyphless(): PDFRef;
  visible(): Promise<TextFont>;
}

/** A document of faxes need not carry the mail's font. */
function lazyFonts(pdf: PDFDocument): Fonts {
  let glyphless: PDFRef | undefined;
  let visible: Promise<TextFont> | undefined;
  return {
    glyphless() {
      glyphless ??= addGlyphlessFont(pdf.context);
      return glyphless;
    },
    visible() {
      visible ??= embedTextFont(pdf);
      return visible;
    },
  };
}

async function addImagePage(
  pdf: PDFDocument,
  image: ImagePage,
  read: ReadPage,
  glyphless: Fonts['glyphless'],
): Promise<void> {
  const { xDpi, yDpi } = resolutionOf(image);
  const scale = { x: pointsPerInch / xDpi, y: pointsPerInch / yDpi };
  const [width, height] = [image.widthPx * scale.x, image.heightPx * scale.y];
  const page = pdf.addPage([width, height]);
  page.setRotation(degrees(read.turn));
  const { context } = pdf;
  const drawing = `q ${width} 0 0 ${height} 0 0 cm /${imageName} Do Q`;
  const text = writeTextLayer(read, scale, fontName);
  page.node.set(PDFName.of('Contents'), context.register(compressed(context, `${drawing}\n${text}`)));
  page.node.setXObject(PDFName.of(imageName), await addPageImage(context, image));
  if (text !== '') page.node.setFontDictionary(PDFName.of(fontName), glyphless());
}

/** By zlib: the compressor that pdf-lib brings is written in JavaScript. */
function compressed(context: PDFContext, content: string): PDFRawStream {
  return context.stream(deflateSync(Buffer.from(content, 'latin1')), { Filter: 'FlateDecode' });
}

const imageName = 'Page';
const fontName = 'Text';
