import { badDocument } from '../bad-document.ts';
import type { ImageSearch } from './image-dictionary.ts';
import { discardPdfium, loadPdfium, type Pdfium, type Pointer, retireWhenLarge } from './pdfium.ts';

/** A PDF in pdfium's memory. Close it, or the memory stays taken. */
export interface LoadedPdf {
  readonly pdfium: Pdfium;
  readonly document: Pointer;
  readonly pageCount: number;
  /** Files that travel inside the PDF. */
  readonly attachments: number;
  /** Its table of contents was broken and pdfium searched the objects together. */
  readonly rebuilt: boolean;
  readonly imageSearch: ImageSearch;
  close(): void;
}

/** Throws BadDocumentError: encrypted, or nothing that pdfium can make sense of. */
export async function loadPdf(bytes: Buffer): Promise<LoadedPdf> {
  const pdfium = await loadPdfium();
  const copy = pdfium._malloc(bytes.length);
  if (copy === 0) throw badDocument.damaged('Das PDF');
  pdfium.HEAPU8.set(bytes, copy);
  const document = pdfium._FPDF_LoadMemDocument(copy, bytes.length, 0);
  if (document === 0) {
    const code = pdfium._FPDF_GetLastError();
    pdfium._free(copy);
    throw code === passwordError || code === securityError
      ? badDocument.encrypted()
      : badDocument.damaged('Das PDF');
  }
  return {
    pdfium,
    document,
    imageSearch: { file: bytes, from: 0 },
    pageCount: pdfium._FPDF_GetPageCount(document),
    attachments: Math.max(0, pdfium._FPDFDoc_GetAttachmentCount(document)),
    rebuilt: pdfium._FPDF_DocumentHasValidCrossReferenceTable(document) === 0,
    close: () => close(pdfium, document, copy),
  };
}

function close(pdfium: Pdfium, document: Pointer, copy: Pointer): void {
  try {
    pdfium._FPDF_CloseDocument(document);
    pdfium._free(copy);
    retireWhenLarge(pdfium);
  } catch (error) {
    // After a trap the instance cannot even close; it goes with everything in it.
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    discardPdfium();
  }
}

/** FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY of fpdfview.h. */
const passwordError = 4;
const securityError = 5;
