import type { ReadPage } from '@mailroom/core';
import type { Statement } from './database.ts';
import { hexOf, insertRows, type Row, storable } from './insert-rows.ts';
import { packWords } from './words.ts';

export interface Reading {
  readonly pages: readonly ReadPage[];
  /** Its key in the blob store. */
  readonly searchablePdf: string | undefined;
  readonly mediaType: string;
}

export function saveReading(documentId: number, { pages }: Reading): readonly Statement[] {
  return [
    ...insertRows(
      'pages',
      pages.map((page) => pageRow(documentId, page)),
    ),
    saveText(documentId, textOf(pages)),
  ];
}

/** The document's text; a form feed between pages. */
export function textOf(pages: readonly ReadPage[]): string {
  return storable(pages.map((page) => page.text).join('\f'));
}

function pageRow(documentId: number, page: ReadPage): Row {
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
    ink_ratio: page.inkRatio ?? null,
    notes: page.notes,
    text: page.text,
    words: hexOf(packWords(page.words)),
  };
}

/** A tsvector holds at most 1 MB, so the search sees the first 200,000 characters; the text is kept whole. */
function saveText(documentId: number, text: string): Statement {
  return {
    text: `insert into document_texts (document_id, text, search) values ($1, $2, search_of($1, $2, $3))
     on conflict (document_id) do update set text = excluded.text, search = excluded.search`,
    values: [documentId, text, writtenTogether(text)],
  };
}

/** Every number of the text without spaces and dashes, so that it is found however it is typed. */
function writtenTogether(text: string): readonly string[] {
  const numbers = [...text.matchAll(/\d[\d \t./-]{2,}\d/g)].map(([number]) => number.replace(/\D/g, ''));
  return [...new Set(numbers)].slice(0, 2000);
}
