import type { Pixels } from '../image/encode-pixels.ts';
import { readBitmap } from './bitmap.ts';
import type { Pdfium, Pointer } from './pdfium.ts';

/** Draws a page upright at about `dpi`, less when it would have more pixels than we allow. */
export function renderPage(pdfium: Pdfium, page: Pointer, dpi: number): Pixels & { dpi: number } {
  const width = Math.max(1, pdfium._FPDF_GetPageWidthF(page));
  const height = Math.max(1, pdfium._FPDF_GetPageHeightF(page));
  const fitting = 72 * Math.sqrt(maxDrawnPixels / (width * height));
  const used = Math.min(dpi, fitting, (72 * maxDrawnSide) / Math.max(width, height));
  const widthPx = Math.max(1, Math.round((width * used) / 72));
  const heightPx = Math.max(1, Math.round((height * used) / 72));
  const bitmap = pdfium._FPDFBitmap_Create(widthPx, heightPx, 0);
  if (bitmap === 0) throw new RangeError('pdfium has no memory left for a page');
  try {
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, widthPx, heightPx, 0xffffffff);
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, widthPx, heightPx, 0, drawAnnotations);
    return { ...readBitmap(pdfium, bitmap), dpi: used };
  } finally {
    pdfium._FPDFBitmap_Destroy(bitmap);
  }
}

/** A3 at 300 dpi has 17.4 million. */
const maxDrawnPixels = 24_000_000;
const maxDrawnSide = 20_000;
const drawAnnotations = 1;
