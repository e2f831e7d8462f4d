import { BadDocumentError, type OpenedDocument } from '@mailroom/core';
import { badDocument } from '../badDocument.ts';
import type { OpenLimits } from '../limits.ts';
import { inOrder, type PageAttempt } from '../pageAttempt.ts';
import { type LoadedPdf, loadPdf } from './loadPdf.ts';
import { openPage } from './openPage.ts';
import { discardPdfium } from './pdfium.ts';
import { readUserUnits } from './userUnit.ts';

/** Opens a PDF. Throws BadDocumentError: encrypted, damaged, without pages, too many pages. */
export async function openPdf(bytes: Buffer, limits: OpenLimits): Promise<OpenedDocument> {
  const pdf = await loading(bytes);
  const { pageCount, rebuilt } = pdf;
  pdf.close();
  if (pageCount === 0) throw badDocument.noPages();
  if (pageCount > limits.maxPages) throw badDocument.tooManyPages(pageCount, limits.maxPages);
  const truncated = rebuilt && !bytes.subarray(-2048).includes('%%EOF');
  const notes = rebuilt ? [rebuiltNote] : [];
  return {
    mediaType: 'application/pdf',
    pageCount,
    pages: () => inOrder(pagesOf(bytes, pageCount, limits), limits, truncated ? truncatedDamage : undefined),
    notes,
  };
}

const rebuiltNote = 'Das PDF war beschädigt und wurde wiederhergestellt; es können Seiten fehlen.';
const truncatedDamage =
  'Das PDF bricht vorzeitig ab; es können Seiten fehlen. Bitte neu scannen oder neu anfordern.';

async function loading(bytes: Buffer): Promise<LoadedPdf> {
  try {
    return await loadPdf(bytes);
  } catch (error) {
    throw translated(error, 'Das PDF');
  }
}

/** A trap leaves pdfium's memory in an unknown state: nobody may use that instance again. */
function translated(error: unknown, what: string): unknown {
  if (error instanceof BadDocumentError) return error;
  if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) {
    discardPdfium();
    return badDocument.damaged(what, error);
  }
  return error;
}

async function* pagesOf(bytes: Buffer, count: number, limits: OpenLimits): AsyncGenerator<PageAttempt> {
  const userUnits = await readUserUnits(bytes);
  let pdf = await loading(bytes);
  try {
    for (let number = 1; number <= count; number += 1) {
      const attempt = await tryPage(pdf, number, userUnits[number - 1] ?? 1, limits);
      if (attempt instanceof BadDocumentError && attempt.cause !== undefined) {
        pdf.close();
        pdf = await loading(bytes);
      }
      yield attempt;
    }
  } finally {
    pdf.close();
  }
}

async function tryPage(
  pdf: LoadedPdf,
  number: number,
  userUnit: number,
  limits: OpenLimits,
): Promise<PageAttempt> {
  try {
    return await openPage(pdf, number, userUnit, limits);
  } catch (error) {
    const reason = translated(error, `Seite ${number}`);
    if (reason instanceof BadDocumentError) return reason;
    throw reason;
  }
}
