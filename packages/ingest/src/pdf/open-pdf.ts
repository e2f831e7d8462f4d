import { BadDocumentError, type OpenedDocument } from '@mailroom/core';
import { badDocument } from '../bad-document.ts';
import type { OpenLimits } from '../limits.ts';
import { inOrder, type PageAttempt } from '../page-attempt.ts';
import { type LoadedPdf, loadPdf } from './load-pdf.ts';
import { mendPdf } from './mend-pdf.ts';
import { openPage } from './open-page.ts';
import { discardPdfium } from './pdfium.ts';
import { readUserUnits } from './user-unit.ts';

/** Opens a PDF. Throws BadDocumentError: encrypted, damaged, without pages, too many pages. */
export async function openPdf(bytes: Buffer, limits: OpenLimits): Promise<OpenedDocument> {
  const { readable, pageCount, attachments, rebuilt } = await countPages(bytes);
  if (pageCount === 0) throw badDocument.noPages();
  if (pageCount > limits.maxPages) throw badDocument.tooManyPages(pageCount, limits.maxPages);
  const truncated = readable !== bytes || (rebuilt && !bytes.subarray(-2048).includes('%%EOF'));
  return {
    mediaType: 'application/pdf',
    pageCount,
    pages: () =>
      inOrder(pagesOf(readable, pageCount, limits), limits, truncated ? truncatedDamage : undefined),
    notes: [...(rebuilt ? [rebuiltNote] : []), ...(attachments > 0 ? [attachmentsNote] : [])],
  };
}

interface Countable {
  /** The file, or what could be made of it. */
  readonly readable: Buffer;
  readonly pageCount: number;
  readonly attachments: number;
  readonly rebuilt: boolean;
}

async function countPages(bytes: Buffer): Promise<Countable> {
  try {
    return await count(bytes);
  } catch (error) {
    const mended = error instanceof BadDocumentError && error.code === 'damaged' ? mendPdf(bytes) : undefined;
    if (!mended) throw error;
    return { ...(await count(mended)), rebuilt: true };
  }
}

async function count(bytes: Buffer): Promise<Countable> {
  const pdf = await loading(bytes);
  const { pageCount, attachments, rebuilt } = pdf;
  pdf.close();
  return { readable: bytes, pageCount, attachments, rebuilt };
}

const attachmentsNote = 'Das PDF enthält angehängte Dateien, die nicht gelesen wurden.';
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
