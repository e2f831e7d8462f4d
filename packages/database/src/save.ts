import { gunzipSync, gzipSync } from 'node:zlib';
import type { AccountMatch, Classification, Fields, ReadPage, Word } from '@mailroom/core';
import { z } from 'zod';
import type { Transaction } from './database.ts';

/** A page as it is kept: what was read, and the key of its image in the blob store (none for text pages). */
export interface PageRecord {
  readonly page: ReadPage;
  readonly image: string | undefined;
}

export async function saveReading(
  transaction: Transaction,
  documentId: number,
  reading: { pages: readonly PageRecord[]; searchablePdf: string | undefined; mediaType: string },
): Promise<void> {
  await transaction.query('delete from pages where document_id = $1', [documentId]);
  for (const { page, image } of reading.pages) {
    await transaction.query(
      `insert into pages (document_id, number, source, width_px, height_px, x_dpi, y_dpi, turn, confidence, blank, notes, text, words, image)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        ...[
          documentId,
          page.number,
          page.source,
          page.widthPx,
          page.heightPx,
          page.xDpi,
          page.yDpi,
          page.turn,
        ],
        ...[
          page.confidence,
          page.blank,
          page.notes,
          withoutNul(page.text),
          packWords(page.words),
          image ?? null,
        ],
      ],
    );
  }
  await transaction.query(
    'update documents set page_count = $2, searchable_pdf = $3, media_type = $4 where id = $1',
    [documentId, reading.pages.length, reading.searchablePdf ?? null, reading.mediaType],
  );
  const text = reading.pages.map(({ page }) => page.text).join('\f');
  await saveText(transaction, documentId, withoutNul(text));
}

/** The tsvector of the text, and every number in it written together (a tsvector holds at most 1 MB). */
async function saveText(transaction: Transaction, documentId: number, text: string): Promise<void> {
  const numbers = [...text.matchAll(/\d[\d \t./-]{2,}\d/g)].map(([number]) => number.replace(/\D/g, ''));
  await transaction.query(
    `insert into document_texts (document_id, text, search)
     values ($1, $2, to_tsvector('mailroom_german', left($2, 200000)) || array_to_tsvector($3))
     on conflict (document_id) do update set text = excluded.text, search = excluded.search`,
    [documentId, text, [...new Set(numbers)].filter((number) => number.length >= 4).slice(0, 2000)],
  );
}

export async function saveClassification(
  transaction: Transaction,
  documentId: number,
  classification: Classification,
): Promise<void> {
  await transaction.query('delete from intents where document_id = $1', [documentId]);
  for (const [position, intent] of classification.intents.entries()) {
    await transaction.query(
      'insert into intents (document_id, position, intent, confidence, evidence) values ($1, $2, $3, $4, $5)',
      [documentId, position, intent.intent, intent.confidence, intent.evidence.map(withoutNul)],
    );
  }
  await transaction.query('update documents set model_version = $2 where id = $1', [
    documentId,
    classification.modelVersion,
  ]);
}

export async function saveIndexing(
  transaction: Transaction,
  documentId: number,
  { fields, match }: { fields: Fields; match: AccountMatch },
): Promise<void> {
  await transaction.query('delete from fields where document_id = $1', [documentId]);
  for (const [name, field] of Object.entries(fields)) {
    await transaction.query('insert into fields (document_id, name, value, words) values ($1, $2, $3, $4)', [
      ...[documentId, name, withoutNul(field.value), withoutNul(field.words)],
    ]);
  }
  await transaction.query('delete from account_links where document_id = $1', [documentId]);
  const { account, candidates } = match;
  const others = candidates.filter((one) => one.customerNumber !== account?.customerNumber);
  const ranked = account ? [account, ...others] : others;
  for (const [position, one] of ranked.entries()) {
    await transaction.query(
      `insert into account_links (document_id, position, customer_number, name, confidence, evidence, linked)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [documentId, position, one.customerNumber, one.name, one.confidence, one.evidence, one === account],
    );
  }
}

export interface NewWorkItem {
  readonly intent: string;
  readonly queue: string;
  readonly dueAt: Date;
  readonly customerNumber: string | null;
}

/** One work item per intent of a document, however often this runs. */
export async function saveRoute(
  transaction: Transaction,
  documentId: number,
  workItems: readonly NewWorkItem[],
): Promise<void> {
  for (const item of workItems) {
    await transaction.query(
      `insert into work_items (document_id, intent, queue, customer_number, due_at) values ($1, $2, $3, $4, $5)
       on conflict (document_id, intent) do nothing`,
      [documentId, item.intent, item.queue, item.customerNumber, item.dueAt],
    );
  }
}

/** The receipt date is evidence: it is written once. */
export async function saveReceiptDate(
  transaction: Transaction,
  documentId: number,
  receiptDate: string,
): Promise<void> {
  await transaction.query('update documents set receipt_date = coalesce(receipt_date, $2) where id = $1', [
    documentId,
    receiptDate,
  ]);
}

const packedWord = z.tuple([
  z.string(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
]);

/** Words as gzipped JSON rows [text, x, y, width, height, confidence in percent, line]: about 12 bytes a word. */
export function packWords(words: readonly Word[]): Buffer {
  const rows = words.map(({ text, box, confidence, line }) => [
    ...[text, Math.round(box.x), Math.round(box.y), Math.round(box.width), Math.round(box.height)],
    ...[Math.round(confidence * 100), line],
  ]);
  return gzipSync(JSON.stringify(rows));
}

export function unpackWords(packed: Buffer): readonly Word[] {
  const rows = z.array(packedWord).parse(JSON.parse(gunzipSync(packed).toString('utf8')));
  return rows.map(([text, x, y, width, height, percent, line]) => ({
    text,
    box: { x, y, width, height },
    confidence: percent / 100,
    line,
  }));
}

/** PostgreSQL text cannot hold a NUL character. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}
