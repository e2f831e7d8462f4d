import type { Transaction } from '../database.ts';
import { toJson } from '../insert-rows.ts';

/** A file that holds several letters; its bytes are kept under `sha256`. */
export interface Stack {
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly pages: readonly StackPage[];
}

export interface StackPage {
  /** From 1. */
  readonly number: number;
  readonly kind: 'page' | 'blank' | 'sheet' | 'wrong';
  /** How likely a letter begins here, 0 to 1; null where separator sheets say it. */
  readonly confidence: number | null;
  /** German: what speaks for it. */
  readonly reasons: readonly string[];
}

/** Pages of a stack, from 1, both included. */
export interface PageRange {
  readonly first: number;
  readonly last: number;
}

/** A letter of a stack. */
export interface StackPart extends PageRange {
  readonly documentId: number;
}

/** Remembers a stack; the same again changes nothing. */
export async function saveStack(transaction: Transaction, stack: Stack): Promise<void> {
  const { sha256, fileName, mediaType, pages } = stack;
  const { rowCount } = await transaction.query(
    `insert into stacks (sha256, file_name, media_type, page_count) values ($1, $2, $3, $4) on conflict do nothing`,
    [sha256, fileName, mediaType, pages.length],
  );
  if (!rowCount) return;
  const rows = pages.map((page) => ({ stack: sha256, ...page }));
  await transaction.query(
    `insert into stack_pages (stack, number, kind, confidence, reasons)
     select stack, number, kind, confidence, reasons from json_populate_recordset(null::stack_pages, $1)`,
    [toJson(rows)],
  );
}

/** Remembers where a letter stands in its stack, in place of what began there. */
export async function savePart(
  transaction: Transaction,
  sha256: string,
  { first, last, documentId }: StackPart,
): Promise<void> {
  await transaction.query(
    `insert into stack_parts (stack, first_page, last_page, document_id) values ($1, $2, $3, $4)
     on conflict (stack, first_page) do update
       set last_page = excluded.last_page, document_id = excluded.document_id`,
    [sha256, first, last, documentId],
  );
}
