import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type Database, openDatabase, type ServerAddress } from './database.ts';
import { joinEmbeddedServer } from './embedded/server.ts';
import { migrate } from './migrate.ts';

/** A migrated, empty database of its own for one test, dropped when disposed. */
export interface TestDatabase extends AsyncDisposable {
  readonly database: Database;
}

const template = 'mailroom_template';
const templateLock = 7_245_003;

/** The server is the one that the test run started (see infra/test-home.ts). */
export async function testDatabase(): Promise<TestDatabase> {
  const home = process.env['MAILROOM_TEST_HOME'];
  if (!home) throw new Error('MAILROOM_TEST_HOME is not set; run the tests with "npm test".');
  const server = await joinEmbeddedServer(home);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await withLock(server.address, async (admin) => {
    await ensureTemplate(admin, server.address);
    await admin.query(`create database ${name} template ${template}`);
  });
  const database = openDatabase({ ...server.address, database: name });
  return {
    database,
    async [Symbol.asyncDispose]() {
      await database.close();
      await withLock(server.address, (admin) => admin.query(`drop database if exists ${name} with (force)`));
      await server.leave();
    },
  };
}

/** A template can be cloned only while nobody is connected to it, so cloning goes one at a time. */
async function withLock(address: ServerAddress, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ ...address });
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock($1)', [templateLock]);
    await work(admin);
  } finally {
    await admin.end();
  }
}

async function ensureTemplate(
  admin: pg.Client,
  address: Extract<ServerAddress, { host: string }>,
): Promise<void> {
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [template]);
  if (rowCount) return;
  await admin.query(`create database ${template}_new`);
  const database = openDatabase({ ...address, database: `${template}_new` });
  await migrate(database);
  await database.close();
  await admin.query(`alter database ${template}_new rename to ${template}`);
}
