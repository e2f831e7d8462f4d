import type { ImagePage, OpenedPage } from '@mailroom/core';
import { badDocument } from '../bad-document.ts';
import { plausibleDpi } from '../dpi.ts';
import { partLost, shownBlank } from '../image/damage.ts';
import { encodeDrawn, isUniform } from '../image/encode-pixels.ts';
import type { OpenLimits } from '../limits.ts';
import { type EmbeddedImage, embeddedImage } from './embedded-image.ts';
import type { LoadedPdf } from './load-pdf.ts';
import { boundsOf, drawnSize, quarterTurnOf } from './matrix.ts';
import type { Pointer } from './pdfium.ts';
import { renderPage } from './render-page.ts';
import { type DrawnImage, type PageSurvey, surveyPage } from './survey-page.ts';
import { type TextLayer, textPageOf, visibleText } from './text-layer.ts';

interface PageContext {
  readonly pdf: LoadedPdf;
  readonly page: Pointer;
  readonly number: number;
  readonly userUnit: number;
  readonly limits: OpenLimits;
}

/**
 * One page of a PDF: the scan itself when it is one, the text when it was written by a program, else a drawing
 * of the page. Throws BadDocumentError when the page cannot be shown.
 */
export async function openPage(
  pdf: LoadedPdf,
  number: number,
  userUnit: number,
  limits: OpenLimits,
): Promise<OpenedPage> {
  const page = loadPage(pdf, number);
  try {
    return await pageOf({ pdf, page, number, userUnit, limits });
  } finally {
    pdf.pdfium._FPDF_ClosePage(page);
  }
}

/** Form fields and notes live beside the page; flattened, they become text and drawings of it. */
function loadPage({ pdfium, document }: LoadedPdf, number: number): Pointer {
  const page = pdfium._FPDF_LoadPage(document, number - 1);
  if (page === 0) throw badDocument.damaged(`Seite ${number}`);
  if (pdfium._FPDFPage_GetAnnotCount(page) === 0) return page;
  pdfium._FPDFPage_Flatten(page, 0);
  pdfium._FPDF_ClosePage(page);
  const flattened = pdfium._FPDF_LoadPage(document, number - 1);
  if (flattened === 0) throw badDocument.damaged(`Seite ${number}`);
  return flattened;
}

async function pageOf(context: PageContext): Promise<OpenedPage> {
  const { pdf, page, limits } = context;
  const survey = surveyPage(pdf.pdfium, page);
  const tooLarge = survey.images.find(({ widthPx, heightPx }) => widthPx * heightPx > limits.maxPixels);
  if (tooLarge) throw badDocument.tooManyPixels(tooLarge.widthPx, tooLarge.heightPx);
  const scan = survey.images.find((image) => coverage(context, image) >= fullPage);
  const text = visibleText(pdf.pdfium, page, survey, scan?.order ?? -1);
  if (scan && survey.images.length === 1 && text.letters === 0) {
    return (await scannedPage(context, scan)) ?? (await drawnPage(context, survey));
  }
  return isBornDigital(context, survey, text)
    ? textPageOf(pdf.pdfium, page, context.number, text)
    : await drawnPage(context, survey);
}

const fullPage = 0.75;
const pictureShare = 0.35;
const meaningfulLetters = 12;

function isBornDigital(context: PageContext, survey: PageSurvey, text: TextLayer): boolean {
  if (text.letters < meaningfulLetters || text.unknownShare > 0.1) return false;
  const pictured = survey.images.reduce((sum, image) => sum + coverage(context, image), 0);
  return pictured < pictureShare;
}

/** The share of the page that an image covers. */
function coverage({ pdf: { pdfium }, page }: PageContext, { matrix }: DrawnImage): number {
  const area = pdfium._FPDF_GetPageWidthF(page) * pdfium._FPDF_GetPageHeightF(page);
  const { x0, y0, x1, y1 } = boundsOf(matrix);
  return area > 0 ? ((x1 - x0) * (y1 - y0)) / area : 0;
}

async function scannedPage(context: PageContext, drawn: DrawnImage): Promise<ImagePage | undefined> {
  const { pdf, page, number, userUnit, limits } = context;
  const drawnTurn = quarterTurnOf(drawn.matrix);
  if (drawnTurn === undefined) return undefined;
  const embedded = await embeddedImage(pdf, page, drawn, { userUnit, maxPixels: limits.maxPixels });
  if (!embedded) return undefined;
  const { image, xDpi, yDpi } = embedded;
  const { widthPx, heightPx } = drawn;
  const turn = turnOf(drawnTurn + 90 * pdf.pdfium._FPDFPage_GetRotation(page));
  const damage = damageOf(embedded, widthPx * heightPx);
  return { kind: 'image', number, image, subImage: 0, widthPx, heightPx, xDpi, yDpi, turn, ...damage };
}

function turnOf(degrees: number): ImagePage['turn'] {
  return ([0, 90, 180, 270] as const).find((turn) => turn === degrees % 360) ?? 0;
}

/** pdfium decodes some JBIG2 and JPEG 2000 images to white without an error: more bytes than a blank page needs. */
function damageOf({ check, filter, rawBytes }: EmbeddedImage, pixels: number) {
  if (check.state === 'damaged') return { damage: partLost };
  const suspicious = check.uniform && silentFilters.has(filter) && rawBytes > 100 + pixels / 100_000;
  return suspicious ? { damage: shownBlank } : {};
}

const silentFilters = new Set(['JBIG2Decode', 'JPXDecode']);
/** Several images, masks, drawings: as pdfium draws them, at the resolution of the finest image. */
async function drawnPage(context: PageContext, survey: PageSurvey): Promise<ImagePage> {
  const { pdf, page, number, userUnit } = context;
  const pixels = renderPage(pdf.pdfium, page, drawingDpi(context, survey));
  const image = await encodeDrawn(pixels);
  const { widthPx, heightPx, dpi } = pixels;
  const { xDpi, yDpi } = plausibleDpi(widthPx, heightPx, { xDpi: dpi / userUnit, yDpi: dpi / userUnit });
  const blank = survey.images.length > 0 && isUniform(pixels.data);
  const damage =
    blank && survey.images.some(({ widthPx: width }) => width > 200) ? { damage: shownBlank } : {};
  return { kind: 'image', number, image, subImage: 0, widthPx, heightPx, xDpi, yDpi, turn: 0, ...damage };
}

/** 200 to 300 dpi on paper; a page as wide as a poster is a scan whose writer took pixels for points. */
function drawingDpi({ pdf: { pdfium }, page }: PageContext, { images }: PageSurvey): number {
  const shortSide = Math.min(pdfium._FPDF_GetPageWidthF(page), pdfium._FPDF_GetPageHeightF(page));
  const shrink = shortSide > posterPoints ? a4Points / shortSide : 1;
  const finest = images.map(({ matrix, widthPx }) => widthPx / (drawnSize(matrix).width / 72));
  return Math.min(300 * shrink, Math.max(200 * shrink, ...finest.filter(Number.isFinite)));
}

const a4Points = 595;
/** A little more than the short side of A3. */
const posterPoints = 860;
