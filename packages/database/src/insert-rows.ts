import type { Statement } from './database.ts';

export type Row = Readonly<Record<string, unknown>>;

/**
 * Inserts rows with the same columns. One text for any number of rows, so that it is prepared
 * once. Table and column names are ours, never input.
 */
export function insertRows(table: string, rows: readonly Row[], ending = ''): readonly Statement[] {
  if (rows.length === 0) return [];
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  return [
    {
      text: `insert into ${table} (${columns})
        select ${columns} from json_populate_recordset(null::${table}, $1) ${ending}`,
      values: [toJson(rows)],
    },
  ];
}

/** PostgreSQL text holds neither NUL nor half a character, and recognised or quoted text is anybody's input. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => (typeof one === 'string' ? storable(one) : one));
}

export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** As PostgreSQL reads bytes in a text. */
export function hexOf(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}
