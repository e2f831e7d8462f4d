import type { Transaction } from './database.ts';

/** Inserts rows with the same columns in one statement. Table and column names are ours, never input. */
export async function insertRows(
  transaction: Transaction,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const perStatement = Math.floor(60_000 / Math.max(1, columns.length)); // PostgreSQL binds at most 65,535 values
  for (let start = 0; start < rows.length; start += perStatement) {
    const portion = rows.slice(start, start + perStatement);
    const tuples = portion.map(
      (_, row) => `(${columns.map((_, column) => `$${row * columns.length + column + 1}`).join(', ')})`,
    );
    await transaction.query(
      `insert into ${table} (${columns.join(', ')}) values ${tuples.join(', ')}`,
      portion.flatMap((row) => columns.map((column) => withoutNul(row[column]))),
    );
  }
}

/** PostgreSQL text cannot hold a NUL character, and recognised or quoted text is anybody's input. */
function withoutNul(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '');
  return Array.isArray(value) ? value.map(withoutNul) : value;
}
