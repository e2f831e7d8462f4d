import { TemporaryError } from '@mailroom/core';
import pg from 'pg';

/** Anything that runs a query: the pool, or one client inside a transaction. */
export interface Queryable {
  query<Row extends pg.QueryResultRow>(
    text: string,
    values?: readonly unknown[],
  ): Promise<pg.QueryResult<Row>>;
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
  close(): Promise<void>;
}

/** bigint columns are ids and sizes, far below 2^53; dates stay ISO strings. */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, (value) => Number(value));
types.setTypeParser(pg.types.builtins.DATE, (value) => value);

export function openDatabase(address: ServerAddress, { connections = 8 } = {}): Database {
  const pool = new pg.Pool({ ...address, types, max: connections, connectionTimeoutMillis: 10_000 });
  // An idle client that loses its server reports here; the next query reports it to whoever waits.
  pool.on('error', (error) => process.stderr.write(`database: ${error.message}\n`));
  return {
    address,
    query: (text, values) => run(pool, text, values),
    transaction: (work) => inTransaction(pool, work),
    close: () => pool.end(),
  };
}

async function inTransaction<Result>(
  pool: pg.Pool,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect().catch((error: unknown) => {
    throw translated(error);
  });
  let broken = false;
  // Between two queries nobody waits for an answer: the next one fails and tells.
  const onLoss = () => {
    broken = true;
  };
  client.on('error', onLoss);
  try {
    await run(client, 'begin');
    const result = await work({ inTransaction: true, query: (text, values) => run(client, text, values) });
    await run(client, 'commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(onLoss);
    throw error;
  } finally {
    client.off('error', onLoss);
    client.release(broken);
  }
}

async function run<Row extends pg.QueryResultRow>(
  client: pg.Pool | pg.PoolClient,
  text: string,
  values: readonly unknown[] = [],
): Promise<pg.QueryResult<Row>> {
  try {
    return await client.query<Row>(text, [...values]);
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
    /Connection terminated|timeout exceeded when trying to connect/.test(error.message)
  );
}
