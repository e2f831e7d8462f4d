import type { ReadPage } from '@mailroom/core';
import { hexOf, type Row, type Rows, storable } from './insert-rows.ts';
import { packWords } from './words.ts';

export interface Reading {
  readonly pages: readonly ReadPage[];
  /** Its key in the blob store. */
  readonly searchablePdf: string | undefined;
  readonly mediaType: string;
  /** Who sent it, as a fax says in its header line; what the channel knows goes before it. */
  readonly sender?: string | undefined;
  /** What else that line says; it stands in the history. */
  readonly faxHeader?: { readonly headerSentAt?: string; readonly headerPages?: number } | undefined;
}

/** What is searched is written when the document settles (see the migration document_search). */
export function readingRows(documentId: number, { pages }: Reading): Rows {
  return {
    pages: pages.map((page) => pageRow(documentId, page)),
    document_texts: [{ document_id: documentId, text: textOf(pages) }],
  };
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
    look: page.look ?? null,
    words: hexOf(packWords(page.words)),
  };
}
