import { done, type OpenedPage, type ReadPage, reject } from '@mailroom/core';
import type { DocumentRecord } from '@mailroom/database';
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
    return done(document.channel === 'fax' ? withFaxHeaders(found) : found);
  },
};

async function readPage(page: OpenedPage, { channel }: DocumentRecord, context: Context): Promise<ReadPage> {
  // Only paper comes with the label of a registered letter.
  if (page.kind === 'image') return context.reader.read(page, { barcodes: channel === 'letter' });
  const { number, text, words, widthPx, heightPx } = page;
  const fixed = { xDpi: 200, yDpi: 200, turn: 0, source: 'text', confidence: 1, notes: [] } as const;
  return { ...fixed, number, text, words, widthPx, heightPx, blank: text.trim() === '' };
}
