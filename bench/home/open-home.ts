import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, joinEmbeddedServer, migrate, openDatabase } from '@mailroom/database';

/** A home with its embedded PostgreSQL and our tables. */
export interface Home extends AsyncDisposable {
  readonly folder: string;
  readonly database: Database;
}

/** In `kept`, which is used again; without it in a folder of its own, which is gone afterwards. */
export async function openHome(kept?: string): Promise<Home> {
  await using stack = new AsyncDisposableStack();
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'mailroom-bench-')));
  if (kept === undefined) stack.defer(() => rm(folder, { recursive: true, force: true }));
  const server = await joinEmbeddedServer(folder);
  stack.defer(() => server.leave());
  const database = openDatabase(server.address);
  stack.defer(() => database.close());
  await migrate(database);
  const owned = stack.move();
  return { folder, database, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
