import type { ReadPage } from '@mailroom/core';
import type { Transaction } from './database.ts';
import { insertRows } from './insert-rows.ts';
import { packWords } from './words.ts';

export interface Reading {
  readonly pages: readonly ReadPage[];
  /** Its key in the blob store. */
  readonly searchablePdf: string | undefined;
  readonly mediaType: string;
}

export async function saveReading(
  transaction: Transaction,
  documentId: number,
  reading: Reading,
): Promise<void> {
  await transaction.query('delete from pages where document_id = $1', [documentId]);
  await insertRows(
    transaction,
    'pages',
    reading.pages.map((page) => pageRow(documentId, page)),
  );
  await transaction.query(
    'update documents set page_count = $2, searchable_pdf = $3, media_type = $4 where id = $1',
    [documentId, reading.pages.length, reading.searchablePdf ?? null, reading.mediaType],
  );
  await saveText(transaction, documentId, reading.pages.map((page) => page.text).join('\f'));
}

function pageRow(documentId: number, page: ReadPage): Record<string, unknown> {
  return {
    document_id: documentId,
    number: page.number,
    source: page.source,
    width_px: page.widthPx,
    height_px: page.heightPx,
    x_dpi: page.xDpi,
    y_dpi: page.yDpi,
    turn: page.turn,
    confidence: page.confidence,
    blank: page.blank,
    notes: page.notes,
    text: page.text,
    words: packWords(page.words),
  };
}

/** A tsvector holds at most 1 MB, so the search sees the first 200,000 characters; the text is kept whole. */
async function saveText(transaction: Transaction, documentId: number, text: string): Promise<void> {
  const clean = text.replaceAll('\0', '');
  await transaction.query(
    `insert into document_texts (document_id, text, search)
     values ($1, $2, to_tsvector('mailroom_german', left($2, 200000)) || array_to_tsvector($3))
     on conflict (document_id) do update set text = excluded.text, search = excluded.search`,
    [documentId, clean, writtenTogether(clean)],
  );
}

/** Every number of the text without spaces and dashes, so that it is found however it is typed. */
function writtenTogether(text: string): readonly string[] {
  const numbers = [...text.matchAll(/\d[\d \t./-]{2,}\d/g)].map(([number]) => number.replace(/\D/g, ''));
  return [...new Set(numbers)].slice(0, 2000);
}
