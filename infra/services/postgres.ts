import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joinEmbeddedServer } from '@mailroom/database';
import { waitUntil } from './wait-until.ts';
import { whenWeDie } from './when-we-die.ts';

/** A real PostgreSQL with an empty database, from the binaries that come along as a package. */
export interface PostgresServer {
  /** The folder under which the cluster lies. */
  readonly home: string;
  readonly url: string;
  /** SIGINT: the server ends its sessions and shuts down in order; SIGQUIT: as in a crash, with recovery at the start. */
  restart(options: { awayMs: number; signal: 'SIGINT' | 'SIGQUIT' }): Promise<void>;
  stop(): Promise<void>;
}

export async function startPostgres(): Promise<PostgresServer> {
  const home = await mkdtemp(join(tmpdir(), 'mailroom-postgres-'));
  const pidFile = join(home, 'postgres', 'cluster', 'postmaster.pid');
  const callOff = whenWeDie('kill -QUIT "$(head -n 1 "$1")"; sleep 1; rm -rf "$2"', pidFile, home);
  let server = await joinEmbeddedServer(home);
  const { host, port, user, database } = server.address;
  return {
    home,
    url: `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`,
    async restart({ awayMs, signal }) {
      const pid = Number((await readFile(pidFile, 'utf8')).split('\n')[0]);
      process.kill(pid, signal);
      await waitUntil('PostgreSQL ends', () => !isAlive(pid));
      await new Promise((resolve) => setTimeout(resolve, awayMs));
      server = await joinEmbeddedServer(home);
    },
    async stop() {
      await server.leave();
      callOff();
      await rm(home, { recursive: true, force: true });
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
