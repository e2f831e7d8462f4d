import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

/** A service in the foreground, as a child of ours. */
export interface RunningProgram {
  readonly pid: number;
  /** Set when it ended by itself: the last lines that it wrote. */
  failure(): string | undefined;
  /** Sends the signal and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export interface ProgramOptions {
  readonly environment: NodeJS.ProcessEnv;
  readonly logFile: string;
}

/**
 * Starts a program that dies with us, however we die: the kernel sends it SIGKILL when its parent is gone
 * (setpriv of util-linux, which every Debian has).
 */
export function startProgram(
  command: string,
  args: readonly string[],
  { environment, logFile }: ProgramOptions,
): RunningProgram {
  const log = openSync(logFile, 'a');
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', command, ...args], {
    env: environment,
    stdio: ['ignore', log, log],
    // A group of its own: Ctrl-C reaches us only, and we stop it in order.
    detached: true,
  });
  closeSync(log);
  let complaint: string | undefined;
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      complaint = `${command}: ${error.message}`;
      resolve();
    });
    child.once('exit', (code, signal) => {
      const said = readFileSync(logFile, 'utf8').trim().split('\n').slice(-5).join('\n');
      complaint ??= `${command} ended (${signal ?? code}): ${said}`;
      resolve();
    });
  });
  return {
    pid: child.pid ?? 0,
    failure: () => complaint,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      await ended;
    },
  };
}
