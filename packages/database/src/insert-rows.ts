import type { Transaction } from './database.ts';

export type Row = Readonly<Record<string, unknown>>;

/** Rows to be inserted, by table; see insert_findings. */
export type Rows = Readonly<Partial<Record<FindingTable, readonly Row[]>>>;

type FindingTable =
  | ('doubts' | 'pages' | 'document_texts' | 'intents' | 'fields' | 'account_links')
  | ('work_items' | 'review_items');

export async function insertRows(transaction: Transaction, rows: Rows): Promise<void> {
  await transaction.query('select insert_findings($1)', [toJson(rows)]);
}

/** Every table's rows, in order. */
export function together(all: readonly Rows[]): Rows {
  const sum: Partial<Record<FindingTable, Row[]>> = {};
  for (const rows of all)
    for (const table of Object.keys(rows) as FindingTable[]) // what the type says
      sum[table] = [...(sum[table] ?? []), ...(rows[table] ?? [])];
  return sum;
}

/** PostgreSQL text holds neither NUL nor half a character, and recognised or quoted text is anybody's input. */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value);
  // JSON.stringify writes both as escapes.
  return /\\u(0000|d[89a-f])/.test(json) ? JSON.stringify(value, storableStrings) : json;
}

const storableStrings = (_: string, one: unknown) => (typeof one === 'string' ? storable(one) : one);

export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** As PostgreSQL reads bytes in a text. */
export function hexOf(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}
