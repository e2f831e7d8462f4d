import type { ReadPage } from '@mailroom/core';
import type { Statement } from './database.ts';
import { hexOf, insertRows, type Row, storable } from './insert-rows.ts';
import { packWords } from './words.ts';

export interface Reading {
  readonly pages: readonly ReadPage[];
  /** Its key in the blob store. */
  readonly searchablePdf: string | undefined;
  readonly mediaType: string;
  /** Who sent it, as a fax says in its header line; what the channel knows goes before it. */
  readonly sender?: string | undefined;
}

export function saveReading(documentId: number, { pages, sender }: Reading): readonly Statement[] {
  return [
    ...(sender === undefined ? [] : [saveSender(documentId, sender)]),
    ...insertRows(
      'pages',
      pages.map((page) => pageRow(documentId, page)),
    ),
    saveText(documentId, textOf(pages)),
  ];
}

function saveSender(documentId: number, sender: string): Statement {
  return {
    text: 'update documents set sender = $2 where id = $1 and sender is null',
    values: [documentId, sender],
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

/** What is searched is written when the document settles (see the migration document_search). */
function saveText(documentId: number, text: string): Statement {
  return {
    text: `insert into document_texts (document_id, text) values ($1, $2)
     on conflict (document_id) do update set text = excluded.text`,
    values: [documentId, text],
  };
}
