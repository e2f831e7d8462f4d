import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, open } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { MisconfigurationError, messageOf } from '@mailroom/core';
import pg from 'pg';
import type { ServerAddress } from '../database.ts';
import { createCluster, makeFolder } from './create-cluster.ts';
import { memorySettings } from './memory-settings.ts';
import { type ServerAccount, serverAccount } from './server-account.ts';
import { socketFolder } from './socket-folder.ts';

type SocketAddress = Extract<ServerAddress, { host: string }>;

/** A private PostgreSQL under `home`, shared by every mailroom process of that home. */
export interface EmbeddedServer {
  readonly address: SocketAddress;
  /** Leaves the server; the last one to leave stops it. */
  leave(): Promise<void>;
}

/** Everybody on the server holds this lock shared; who can take it alone is the last. */
const presenceLock = 7_245_002;
const startTimeoutMs = 60_000;

/**
 * Connects to the home's server, starting it (and creating the cluster) when nobody has. A server that
 * outlived its process (SIGKILL) is simply adopted.
 */
export async function joinEmbeddedServer(home: string): Promise<EmbeddedServer> {
  await mkdir(home, { recursive: true });
  const folder = join(resolve(home), 'postgres');
  const socket = socketFolder(home);
  const address: SocketAddress = { host: socket, port: 5432, user: 'mailroom', database: 'postgres' };
  const deadline = Date.now() + startTimeoutMs;
  let account: ServerAccount | undefined;
  let started: StartedServer | undefined;
  for (;;) {
    const presence = await enter(address);
    if (presence) return { address, leave: () => leave(presence, address) };
    if (started?.failure()) throw started.failure();
    if (Date.now() > deadline) throw await startFailed(folder);
    account ??= await serverAccount(home);
    await createCluster(folder, account);
    await makeFolder(socket, account);
    if (!started?.running()) started = await start(folder, socket, account);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Connects and announces our presence; undefined while there is no server to connect to. */
async function enter(address: SocketAddress): Promise<pg.Client | undefined> {
  const client = new pg.Client({ ...address, application_name: 'mailroom presence' });
  client.on('error', () => undefined); // the pool reports a lost server; here nothing waits
  try {
    await client.connect();
    await client.query('select pg_advisory_lock_shared($1)', [presenceLock]);
    return client;
  } catch {
    // No server yet, or one that is just going down: the caller starts one and comes back.
    await client.end().catch(() => undefined);
    return undefined;
  }
}

async function leave(presence: pg.Client, address: SocketAddress): Promise<void> {
  try {
    await presence.query('select pg_advisory_unlock_shared($1)', [presenceLock]);
    const { rows } = await presence.query<{ alone: boolean; pid: number }>(
      `select pg_try_advisory_lock($1) as alone,
         split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid`,
      [presenceLock],
    );
    const row = rows[0];
    if (!row?.alone) return;
    await waitForGoodbyes(presence);
    await stop(row.pid, address);
  } finally {
    await presence.end().catch(() => undefined);
  }
}

/** Pools that were closed a moment ago may still be saying goodbye; the shutdown would greet them with an error. */
async function waitForGoodbyes(presence: pg.Client): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { rowCount } = await presence.query(
      "select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    );
    if (rowCount === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** SIGINT is PostgreSQL's fast shutdown: it rolls back what is open and writes a clean checkpoint. */
async function stop(pid: number, address: SocketAddress): Promise<void> {
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline && isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20));
  if (isAlive(pid))
    process.stderr.write(`PostgreSQL at ${address.host} is still stopping (process ${pid}).\n`);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

interface StartedServer {
  running(): boolean;
  failure(): Error | undefined;
}

/** Detached, so that Ctrl-C reaches us first and we stop it in order. */
async function start(folder: string, socket: string, account: ServerAccount): Promise<StartedServer> {
  const log = await open(join(folder, 'server.log'), 'a');
  const options = [
    ['listen_addresses', ''],
    ['unix_socket_directories', socket],
    ['unix_socket_permissions', '0700'],
    ['max_connections', '200'],
    ...memorySettings(totalmem()),
    ['max_wal_size', '1GB'],
    ['timezone', 'UTC'],
  ].flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const { command, args, uid, gid } = account.run(account.binary('postgres'), [
    '-D',
    join(folder, 'cluster'),
    ...options,
  ]);
  const server: ChildProcess = spawn(command, args, {
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    cwd: '/',
    ...(uid !== undefined && gid !== undefined ? { uid, gid } : {}),
  });
  let failure: Error | undefined;
  server.on('error', (error) => {
    failure = new MisconfigurationError('postgres-start', `Cannot run PostgreSQL: ${messageOf(error)}`, {
      cause: error,
    });
  });
  server.unref();
  await log.close();
  return { running: () => server.exitCode === null && server.signalCode === null, failure: () => failure };
}

async function startFailed(folder: string): Promise<Error> {
  const log = join(folder, 'server.log');
  return new MisconfigurationError(
    'postgres-start',
    `The embedded PostgreSQL did not start within ${startTimeoutMs / 1000} s. Its log: ${log}. ` +
      'Mend what it says, or set DATABASE_URL to a PostgreSQL server of your own.',
  );
}
