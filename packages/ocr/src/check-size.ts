import { BadDocumentError, type ImagePage } from '@mailroom/core';

/** Leptonica's limit; above it tesseract.js answers with empty text and a gigabyte of memory. */
const maxSidePx = 32_767;
const minSidePx = 10;
/** A4 at 1200 dpi and a little more. Large pages are decoded line by line into 200 dpi, so they cost little. */
export const maxPixels = 150_000_000;

/** @throws BadDocumentError before any pixel is decoded */
export function checkSize(page: Pick<ImagePage, 'number' | 'widthPx' | 'heightPx'>): void {
  const { number, widthPx, heightPx } = page;
  const size = `Seite ${number} misst ${widthPx} x ${heightPx} Bildpunkte`;
  if (!(widthPx >= minSidePx && heightPx >= minSidePx)) {
    throw bad('page-too-small', `${size}; darauf kann kein Text stehen. Bitte das Original prüfen.`);
  }
  if (widthPx > maxSidePx || heightPx > maxSidePx || widthPx * heightPx > maxPixels) {
    throw bad(
      'page-too-large',
      `${size}; das ist zu groß zum Lesen. Bitte mit 300 dpi neu scannen oder von Hand bearbeiten.`,
    );
  }
}

function bad(code: string, message: string): BadDocumentError {
  return new BadDocumentError(code, message, { state: 'review' });
}
