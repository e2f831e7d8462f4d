import { done, messageOf, type OpenedPage, type ReadPage, reject } from '@mailroom/core';
import type { DocumentRecord } from '@mailroom/database';
import type { Context } from '../context.ts';
import type { Stage } from '../stage.ts';

interface PageReading {
  readonly image: OpenedPage;
  readonly read: ReadPage;
}

/** Opens the original, reads every page, and stores a searchable PDF beside it. */
export const ocr: Stage = {
  name: 'ocr',
  from: 'received',
  to: 'read',

  async run({ document }, context) {
    const opened = await context.opener.open(await context.blobs.get(document.sha256), document.fileName);
    const readings: PageReading[] = [];
    for await (const image of opened.pages()) readings.push({ image, read: await readPage(image, context) });
    if (readings.length === 0) return reject('Das Dokument enthält keine Seite. Bitte neu scannen.');
    const pdf = await writePdf(readings, document, context);
    const pages = readings.map(({ read }) => read);
    return done({
      reading: { pages, searchablePdf: pdf.sha256, mediaType: opened.mediaType },
      doubt: doubtOf(readings, pdf.problem),
    });
  },
};

async function readPage(page: OpenedPage, context: Context): Promise<ReadPage> {
  if (page.kind === 'image') return context.reader.read(page);
  const { number, text, words, widthPx, heightPx } = page;
  const fixed = { xDpi: 200, yDpi: 200, turn: 0, source: 'text', confidence: 1, notes: [] } as const;
  return { ...fixed, number, text, words, widthPx, heightPx, blank: text.trim() === '' };
}

/**
 * A document that came as text is searchable as it is. For the others the PDF is a convenience: a document whose
 * PDF cannot be written is still read and routed.
 */
async function writePdf(
  readings: readonly PageReading[],
  { sha256, fileName, receivedAt }: DocumentRecord,
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
  return pdfProblem;
}
