import { advance, doubtRows, insertRows, openBatch, registerPart, type Stack } from '@mailroom/database';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { DeskOptions } from '../options.ts';

/** A page of a stack, its text, and how sure the machine is that a letter begins on it. */
export interface StackPageFacts {
  readonly text: string;
  readonly confidence: number | null;
}

/**
 * A stack of printed pages from the station scan-1 that was cut where the machine is sure; a letter with a doubtful page inside waits for a
 * person. Returns the stack's hash.
 */
export async function addStack(
  { database, blobs, splitter }: Pick<DeskOptions, 'database' | 'blobs' | 'splitter'>,
  pages: readonly StackPageFacts[],
): Promise<string> {
  const bytes = await pdfOf(pages.map(({ text }) => text));
  const sha256 = await blobs.put(bytes);
  const stack: Stack = {
    ...{ sha256, fileName: 'korb-7.pdf', mediaType: 'application/pdf' },
    pages: pages.map(({ confidence }, index) => ({
      ...{ number: index + 1, kind: 'page' as const, confidence },
      reasons: confidence === null ? [] : ['eigene Anrede', 'anderer Rand'],
    })),
  };
  const firsts = pages.flatMap(({ confidence }, index) =>
    index === 0 || (confidence ?? 0) > 0.92 ? [index + 1] : [],
  );
  const ranges = firsts.map((first, index) => ({ first, last: (firsts[index + 1] ?? pages.length + 1) - 1 }));
  const files = (await splitter.cut(bytes, ranges)) ?? [];
  const receivedAt = new Date();
  const batchId = await openBatch(database, {
    name: 'Korb 7',
    source: 'upload',
    station: 'scan-1',
    receivedAt,
  });
  for (const [index, range] of ranges.entries()) {
    const file = files[index] ?? Buffer.alloc(0);
    const arrival = {
      ...{ batchId, path: `korb-7.pdf pages ${range.first}`, bytes: file.length, modifiedMs: 0, receivedAt },
      ...{
        sha256: await blobs.put(file),
        fileName: `korb-7 (${range.first}).pdf`,
        mediaType: stack.mediaType,
      },
      ...{ channel: 'letter' as const, priority: 10, facts: { stack: sha256 } },
    };
    const { documentId } = await database.transaction((one) => registerPart(one, stack, range, arrival));
    const doubtful = pages.slice(range.first, range.last).some(({ confidence }) => (confidence ?? 0) > 0.06);
    const reason = doubtful ? 'Seite 2 könnte ein neuer Brief sein (eigene Anrede).' : 'Bitte ansehen.';
    const step = { documentId, from: 'received', to: 'review', actor: 'route', reason } as const;
    await advance(database, step, (one) =>
      insertRows(one, doubtRows(documentId, doubtful ? 'separate' : 'classify', reason)),
    );
  }
  return sha256;
}

async function pdfOf(texts: readonly string[]): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const text of texts)
    pdf.addPage([595, 842]).drawText(text, { x: 70, y: 740, size: 12, lineHeight: 17, font });
  return Buffer.from(await pdf.save());
}
