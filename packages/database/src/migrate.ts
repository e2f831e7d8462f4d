import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MisconfigurationError } from '@mailroom/core';
import type { Database, Transaction } from './database.ts';

const folder = join(import.meta.dirname, 'migrations');
/** Any constant; one lock for everybody who migrates this database. */
const migrationLock = 7_245_001;

/** Brings the schema to the newest version; several processes may call it at once. Returns the names it ran. */
export async function migrate(database: Database): Promise<readonly string[]> {
  await requireVersion(database);
  return database.transaction(async (transaction) => {
    await transaction.query('select pg_advisory_xact_lock($1)', [migrationLock]);
    await transaction.query(
      'create table if not exists migrations (name text primary key, ran_at timestamptz not null default now())',
    );
    const pending = await pendingMigrations(transaction);
    for (const name of pending) await runMigration(transaction, name);
    return pending;
  });
}

async function requireVersion(database: Database): Promise<void> {
  const { rows } = await database.query<{ version: number }>(
    "select current_setting('server_version_num')::int as version",
  );
  const version = rows[0]?.version ?? 0;
  if (version >= 150_000) return;
  throw new MisconfigurationError(
    'postgres-too-old',
    `PostgreSQL ${Math.floor(version / 10_000)} is too old; Mailroom needs 15 or newer. Point DATABASE_URL at a newer server.`,
  );
}

async function pendingMigrations(transaction: Transaction): Promise<readonly string[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  const { rows } = await transaction.query<{ name: string }>('select name from migrations');
  const ran = new Set(rows.map((row) => row.name));
  return files.filter((file) => !ran.has(file));
}

async function runMigration(transaction: Transaction, name: string): Promise<void> {
  await transaction.query(await readFile(join(folder, name), 'utf8'));
  await transaction.query('insert into migrations (name) values ($1)', [name]);
}
