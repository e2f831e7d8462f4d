import { done, type OpenedPage, type ReadPage, reject } from '@mailroom/core';
import { announcedPages, type DocumentRecord } from '@mailroom/database';
import type { Context } from '../context.ts';
import { type PageReading, putTogether } from '../reading.ts';
import { separate } from '../separate.ts';
import type { Stage } from '../stage.ts';
import { withFaxHeaders } from '../with-fax-headers.ts';

/**
 * Opens the original, reads every page, and stores a searchable PDF beside it. A stack without separator sheets is
 * taken apart here, where its pages and their words are at hand: its letters go on as documents of their own.
 */
export const ocr: Stage = {
  name: 'ocr',
  from: 'received',
  to: 'read',

  async run({ document }, context) {
    const bytes = await context.blobs.get(document.sha256);
    const opened = await context.opener.open(bytes, document.fileName, document);
    const readings: PageReading[] = [];
    for await (const image of opened.pages())
      readings.push({ image, read: await readPage(image, document, context) });
    if (readings.length === 0) return reject('Das Dokument enthält keine Seite. Bitte neu scannen.');
    const { mediaType } = opened;
    if (document.isStack) return separate({ document, bytes, mediaType, readings }, context);
    const found = await putTogether(readings, mediaType, document, context);
    if (document.channel !== 'fax') return done(found);
    // The pages of a TIFF were counted when it came in.
    const isPdf = mediaType === 'application/pdf';
    const announced = isPdf ? await announcedPages(context.database, document.id) : undefined;
    return done(withFaxHeaders(found, announced));
  },
};

async function readPage(page: OpenedPage, { channel }: DocumentRecord, context: Context): Promise<ReadPage> {
  // Only paper comes with the label of a registered letter.
  if (page.kind === 'image') return context.reader.read(page, { barcodes: channel === 'letter' });
  const { number, text, words, widthPx, heightPx } = page;
  const fixed = { xDpi: 200, yDpi: 200, turn: 0, source: 'text', confidence: 1, notes: [] } as const;
  return { ...fixed, number, text, words, widthPx, heightPx, blank: text.trim() === '' };
}
