import { messageOf, type OpenedPage, type ReadPage } from '@mailroom/core';
import type { DocumentRecord, Found, Reading } from '@mailroom/database';
import type { Context } from './context.ts';
import { hasUnreadLines } from './unread-lines.ts';

export interface PageReading {
  readonly image: OpenedPage;
  readonly read: ReadPage;
}

type Titled = Pick<DocumentRecord, 'sha256' | 'fileName' | 'receivedAt'>;

/** The pages of a document, its searchable PDF in the blob store, and what is doubtful about them. */
export async function putTogether(
  readings: readonly PageReading[],
  mediaType: string,
  titled: Titled,
  context: Context,
): Promise<Pick<Found, 'doubt'> & { readonly reading: Reading }> {
  const pdf = await writePdf(readings, titled, context);
  const pages = readings.map(({ read }) => read);
  return {
    reading: { pages, mediaType, searchablePdf: pdf.sha256 },
    doubt: doubtOf(readings, pdf.problem),
  };
}

/**
 * A document that came as text is searchable as it is. For the others the PDF is a convenience: a document whose
 * PDF cannot be written is still read and routed.
 */
async function writePdf(
  readings: readonly PageReading[],
  { sha256, fileName, receivedAt }: Titled,
  { reader, blobs }: Context,
): Promise<{ sha256: string | undefined; problem?: string }> {
  if (readings.every(({ image }) => image.kind === 'text')) return { sha256: undefined };
  let pdf: Buffer;
  try {
    pdf = await reader.writePdf(readings, { documentId: sha256, title: fileName, createdAt: receivedAt });
  } catch (error) {
    return { sha256: undefined, problem: `Das durchsuchbare PDF fehlt: ${messageOf(error)}` };
  }
  return { sha256: await blobs.put(pdf) };
}

/**
 * Below this mean word confidence, what was read is not trusted: handwriting, a bad copy, a foreign script. Measured
 * on blurred scans and forms: from here on at least two words in three are right (docs/decisions/ocr.md).
 */
const unreadableBelow = 0.7;

function doubtOf(readings: readonly PageReading[], pdfProblem: string | undefined): string | undefined {
  const reads = readings.map(({ read }) => read);
  const inked = reads.filter((page) => !page.blank);
  if (inked.length === 0)
    return 'Alle Seiten sind leer. Bitte Original ansehen, gegebenenfalls Rückseite scannen.';
  const damaged = readings.find(({ image }) => image.kind === 'image' && image.damage !== undefined);
  if (damaged?.image.kind === 'image') return `Seite ${damaged.image.number}: ${damaged.image.damage}`;
  const poor = inked.filter((page) => page.source === 'ocr' && page.confidence < unreadableBelow);
  if (poor.length > 0) {
    const numbers = poor.map((page) => page.number).join(', ');
    return `Seite ${numbers} ist kaum lesbar (Handschrift oder schlechte Vorlage). Bitte selbst lesen.`;
  }
  const unread = inked.filter(hasUnreadLines);
  if (unread.length > 0) {
    const numbers = unread.map((page) => page.number).join(', ');
    return `Auf Seite ${numbers} sind Zeilen kaum lesbar (Handschrift?). Bitte dort selbst lesen.`;
  }
  return pdfProblem;
}
