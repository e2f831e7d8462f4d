import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { type RunningProgram, startProgram } from './start-program.ts';
import { waitUntil } from './wait-until.ts';

/** A real Redis that does not evict and keeps an append-only file, as infra/compose.yaml starts one. */
export interface RedisServer {
  readonly url: string;
  readonly version: string;
  /** Forgets everything. */
  flush(): Promise<void>;
  /** Stops the server (SIGKILL: as a crash does) and starts it again after `awayMs`, with its data or empty. */
  restart(options: { keepData: boolean; awayMs: number; signal?: NodeJS.Signals }): Promise<void>;
  stop(): Promise<void>;
}

export async function startRedis(environment: NodeJS.ProcessEnv): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'mailroom-redis-'));
  const port = await freePort();
  const start = () => startServer(folder, port, environment);
  let server = await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    version: versionOf(environment),
    async flush() {
      await say('FLUSHALL', port);
    },
    async restart({ keepData, awayMs, signal }) {
      await server.stop(signal);
      if (!keepData) await rm(join(folder, 'appendonlydir'), { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, awayMs));
      server = await start();
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startServer(
  folder: string,
  port: number,
  environment: NodeJS.ProcessEnv,
): Promise<RunningProgram> {
  const settings = {
    ...{ port: String(port), bind: '127.0.0.1', dir: folder, save: '' },
    ...{ appendonly: 'yes', 'maxmemory-policy': 'noeviction', daemonize: 'no' },
  };
  const args = Object.entries(settings).flatMap(([key, value]) => [`--${key}`, value]);
  const server = startProgram('redis-server', args, { environment, logFile: join(folder, 'redis.log') });
  await waitUntil('Redis answers', async () => {
    const failure = server.failure();
    if (failure) throw new Error(failure);
    return (await say('PING', port).catch(() => '')).startsWith('+PONG'); // refused: not there yet
  });
  return server;
}

/** One command without arguments, one answer. */
function say(command: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\n`));
    socket.once('data', (chunk) => {
      resolve(chunk.toString());
      socket.destroy();
    });
    socket.once('error', reject);
  });
}

function versionOf(environment: NodeJS.ProcessEnv): string {
  const said = execFileSync('redis-server', ['--version'], { env: environment, encoding: 'utf8' });
  return /v=([\d.]+)/.exec(said)?.[1] ?? said;
}
