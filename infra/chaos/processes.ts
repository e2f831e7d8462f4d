import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { dirname, join } from 'node:path';

const main = join(dirname(dirname(import.meta.dirname)), 'packages', 'cli', 'src', 'main.ts');

export interface ProcessOptions {
  readonly environment: NodeJS.ProcessEnv;
  readonly logFile: string;
}

/** A mailroom process that is started again whenever it ends, as a service manager does. */
export interface KeptProcess {
  readonly name: string;
  pid(): number;
  kill(signal: NodeJS.Signals): void;
  /** Every end that nobody asked for, with its last words. */
  readonly failures: readonly string[];
  /** SIGTERM, and no new start. Resolves with the seconds that it took, and its exit code. */
  stop(): Promise<{ seconds: number; code: number | null }>;
}

/** Keeps `mailroom ARGS` running. */
export function keepRunning(name: string, args: readonly string[], options: ProcessOptions): KeptProcess {
  const failures: string[] = [];
  let stopping = false;
  let asked = false;
  let child = startMailroom(args, options);

  function watch(): void {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-1000);
    });
    child.once('exit', (code) => {
      if (stopping) return;
      if (code !== null && !(asked && code === 0)) failures.push(`${name} ended with ${code}: ${said}`);
      asked = false;
      setTimeout(() => {
        if (stopping) return;
        child = startMailroom(args, options);
        watch();
      }, 300);
    });
  }
  watch();

  return {
    name,
    failures,
    pid: () => child.pid ?? 0,
    kill(signal) {
      asked ||= signal === 'SIGTERM';
      child.kill(signal);
    },
    async stop() {
      stopping = true;
      const startedAt = performance.now();
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGCONT');
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      return { seconds: (performance.now() - startedAt) / 1000, code: child.exitCode };
    },
  };
}

/** Runs `mailroom ARGS` to its end; returns its exit code and what it printed. */
export async function runMailroom(
  args: readonly string[],
  { environment, logFile }: ProcessOptions,
  onStart: (child: ChildProcess) => void = () => undefined,
): Promise<{ code: number | null; output: string }> {
  const child = startMailroom(args, { environment, logFile });
  onStart(child);
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  await once(child, 'close');
  return { code: child.exitCode, output };
}

function startMailroom(args: readonly string[], { environment, logFile }: ProcessOptions): ChildProcess {
  // The kernel ends it with us, so that a run that is killed leaves nothing behind.
  const command = ['--pdeathsig', 'KILL', '--', process.execPath, main, ...args];
  const child = spawn('setpriv', command, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const log = createWriteStream(logFile, { flags: 'a' });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  child.once('close', () => log.end());
  return child;
}
