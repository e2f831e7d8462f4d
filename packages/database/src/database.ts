import { createHash } from 'node:crypto';
import { TemporaryError } from '@mailroom/core';
import pg from 'pg';

/** Anything that runs a query: the pool, or one client inside a transaction. */
export interface Queryable {
  query<Row extends pg.QueryResultRow>(
    text: string,
    values?: readonly unknown[],
  ): Promise<pg.QueryResult<Row>>;
}

/** One of the few statements that run with every document: a connection parses and plans its text once. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A client inside a transaction. The brand keeps a pool from being passed where a transaction is needed. */
export interface Transaction extends Queryable {
  readonly inTransaction: true;
}

/** Where a server is. */
export type ServerAddress =
  | { readonly connectionString: string }
  | { readonly host: string; readonly port: number; readonly user: string; readonly database: string };

export interface Database extends Queryable {
  readonly address: ServerAddress;
  /** Commits when `work` resolves, rolls back when it rejects. */
  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  /** Runs one statement by itself, and returns its rows. */
  call<Row extends pg.QueryResultRow>(statement: Statement): Promise<readonly Row[]>;
  close(): Promise<void>;
}

/** bigint columns are ids and sizes, far below 2^53; dates stay ISO strings. */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, (value) => Number(value));
types.setTypeParser(pg.types.builtins.DATE, (value) => value);

export function openDatabase(address: ServerAddress, { connections = 8 } = {}): Database {
  const options = { types, max: connections, connectionTimeoutMillis: 10_000, pipeline: true };
  const pool = new pg.Pool({ ...address, ...options });
  // An idle client that loses its server reports here; the next query reports it to whoever waits.
  pool.on('error', (error) => process.stderr.write(`database: ${error.message}\n`));
  return {
    address,
    query: (text, values) => query(pool, text, values),
    transaction: (work) => inTransaction(pool, (client) => work(transactionOf(client))),
    call: async (statement) => (await translating(pool.query(prepared(statement)))).rows,
    close: () => pool.end(),
  };
}

/** `begin` needs no answer: it travels with the first statement. */
async function inTransaction<Result>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await translating(pool.connect());
  let broken = false;
  // Between two queries nobody waits for an answer: the next one fails and tells.
  const onLoss = () => {
    broken = true;
  };
  client.on('error', onLoss);
  const begun = translating(client.query('begin'));
  begun.catch(onLoss); // the first statement fails with it
  try {
    const result = await work(client);
    await translating(Promise.all([begun, client.query('commit')]));
    return result;
  } catch (error) {
    await client.query('rollback').catch(onLoss);
    throw error;
  } finally {
    client.off('error', onLoss);
    client.release(broken);
  }
}

function transactionOf(client: pg.PoolClient): Transaction {
  return { inTransaction: true, query: (text, values) => query(client, text, values) };
}

/** The same inside a transaction. */
export async function callIn(transaction: Transaction, { text, values }: Statement): Promise<void> {
  await transaction.query(text, values);
}

/** Statements are told apart by their text, of which there are few. */
function prepared({ text, values }: Statement): pg.QueryConfig {
  const name = names.get(text) ?? createHash('sha256').update(text).digest('base64url').slice(0, 20);
  names.set(text, name);
  return { name, text, values: [...values] };
}

const names = new Map<string, string>();

function query<Row extends pg.QueryResultRow>(
  client: pg.Pool | pg.PoolClient,
  text: string,
  values: readonly unknown[] = [],
): Promise<pg.QueryResult<Row>> {
  return translating(client.query<Row>(text, [...values]));
}

async function translating<Result>(answer: Promise<Result>): Promise<Result> {
  try {
    return await answer;
  } catch (error) {
    throw translated(error);
  }
}

function translated(error: unknown): unknown {
  if (!isConnectionLoss(error)) return error;
  return new TemporaryError('database-away', 'The database does not answer. Is it running?', {
    cause: error,
  });
}

/** Class 08 (connection), 57P0x (shutdown), 53300 (too many connections), and sockets that broke. */
function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    /^(08|57P0|53300)/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'].includes(code) ||
    /Connection terminated|is not queryable|timeout exceeded when trying to connect/.test(error.message)
  );
}
