import type { AccountCandidate, Channel, DocumentState, FieldName, Intent } from '@mailroom/core';
import type { Queryable } from './database.ts';

/** A document as the stages see it. */
export interface DocumentRecord {
  readonly id: number;
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly channel: Channel;
  readonly receivedAt: Date;
  readonly receiptDate: string | null;
  readonly state: DocumentState;
  readonly reason: string | null;
  readonly attempts: number;
  readonly notBefore: Date;
  readonly priority: number;
  readonly pageCount: number | null;
  readonly searchablePdf: string | null;
  /** Holds several letters without separator sheets; they are told apart when it is read. */
  readonly isStack: boolean;
}

export const documentColumns = `id, sha256, file_name as "fileName", media_type as "mediaType", channel,
  received_at as "receivedAt", receipt_date as "receiptDate", state, reason, attempts,
  not_before as "notBefore", priority, page_count as "pageCount", searchable_pdf as "searchablePdf", is_stack as "isStack"`;

export async function loadDocument(database: Queryable, id: number): Promise<DocumentRecord | undefined> {
  const { rows } = await database.query<DocumentRecord>(
    `select ${documentColumns} from documents where id = $1`,
    [id],
  );
  return rows[0];
}

export async function loadText(database: Queryable, id: number): Promise<string> {
  const { rows } = await database.query<{ text: string }>(
    'select text from document_texts where document_id = $1',
    [id],
  );
  return rows[0]?.text ?? '';
}

export async function loadIntents(
  database: Queryable,
  id: number,
): Promise<readonly (Intent & { chosen: boolean })[]> {
  const { rows } = await database.query<Intent & { chosen: boolean }>(
    'select intent, confidence, evidence, chosen from intents where document_id = $1 order by position',
    [id],
  );
  return rows;
}

export async function loadAccounts(
  database: Queryable,
  id: number,
): Promise<readonly (AccountCandidate & { linked: boolean })[]> {
  const { rows } = await database.query<AccountCandidate & { linked: boolean }>(
    `select customer_number as "customerNumber", name, confidence, evidence, linked
     from account_links where document_id = $1 order by position`,
    [id],
  );
  return rows;
}

export async function loadFields(
  database: Queryable,
  id: number,
): Promise<readonly { name: FieldName; value: string; words: string }[]> {
  const { rows } = await database.query<{ name: FieldName; value: string; words: string }>(
    'select name, value, words from fields where document_id = $1 order by name',
    [id],
  );
  return rows;
}

export interface Doubt {
  readonly stage: string;
  readonly reason: string;
}

/** The reasons for a person to decide, in the order in which the stages found them. */
export async function loadDoubts(database: Queryable, id: number): Promise<readonly Doubt[]> {
  const { rows } = await database.query<Doubt>(
    "select stage, reason from doubts where document_id = $1 order by array_position(array['ingest', 'ocr', 'separate', 'classify', 'index'], stage)",
    [id],
  );
  return rows;
}

export interface WorkItemRecord {
  readonly id: number;
  readonly documentId: number;
  readonly intent: string;
  readonly queue: string;
  readonly customerNumber: string | null;
  readonly dueAt: Date;
  readonly state: 'open' | 'claimed' | 'done';
}

export const workItemColumns = `id, document_id as "documentId", intent, queue,
  customer_number as "customerNumber", due_at as "dueAt", state`;

export async function loadWorkItems(
  database: Queryable,
  documentId: number,
): Promise<readonly WorkItemRecord[]> {
  const { rows } = await database.query<WorkItemRecord>(
    `select ${workItemColumns} from work_items where document_id = $1 order by id`,
    [documentId],
  );
  return rows;
}

export interface StoredPage {
  readonly number: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly xDpi: number;
  readonly yDpi: number;
  readonly turn: 0 | 90 | 180 | 270;
  readonly confidence: number;
  readonly blank: boolean;
  readonly notes: readonly string[];
  readonly text: string;
  readonly words: Buffer;
  /** See ReadPage. */
  readonly look: string | null;
}

export async function loadPages(database: Queryable, documentId: number): Promise<readonly StoredPage[]> {
  const { rows } = await database.query<StoredPage>(
    `select number, width_px as "widthPx", height_px as "heightPx", x_dpi as "xDpi", y_dpi as "yDpi", turn,
       confidence, blank, notes, text, words, look
     from pages where document_id = $1 order by number`,
    [documentId],
  );
  return rows;
}
