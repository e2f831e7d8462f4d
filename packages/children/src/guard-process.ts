import type { ChildProcess } from 'node:child_process';
import type { Child, Conversation } from './conversation.ts';
import { residentMb } from './resident-mb.ts';

export interface Guard<Answer, Request> {
  readonly conversation: Conversation<Answer>;
  send(request: Request): void;
  /** Above this the process is killed, even in the middle of an answer. Linux only. */
  readonly memoryLimitMb?: number;
}

const memoryCheckMs = 250;

/** The parent's side of a started process: what it says on stderr, its death and its memory reach whoever waits. */
export function guardProcess<Answer, Request>(
  started: ChildProcess,
  { conversation, send, memoryLimitMb }: Guard<Answer, Request>,
): Child<Answer, Request> {
  const ended = new Promise<void>((resolve) => started.once('close', resolve));
  reportDeath(started, conversation);
  if (memoryLimitMb !== undefined) limitMemory(started, memoryLimitMb, conversation);

  async function end(): Promise<void> {
    killGroup(started);
    if (started.pid !== undefined) await ended;
  }

  return {
    pid: started.pid ?? 0,
    get alive() {
      const connected = started.channel === undefined || started.connected;
      return (
        started.pid !== undefined && started.exitCode === null && started.signalCode === null && connected
      );
    },
    async ask(request, timeoutMs) {
      try {
        const answer = conversation.next(timeoutMs);
        if (request !== undefined) send(request);
        return await answer;
      } catch (failure) {
        await end();
        throw failure;
      }
    },
    end,
  };
}

function reportDeath<Answer>(started: ChildProcess, conversation: Conversation<Answer>): void {
  let complaint = '';
  started.stderr?.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-500);
  });
  started.on('error', (error) => conversation.fail('died', error.message));
  started.on('close', (code, signal) => {
    const lastWords = complaint.trim().split('\n').at(-1) ?? '';
    conversation.fail('died', `the process ended (${signal ?? code}) ${lastWords}`.trim());
  });
}

function limitMemory<Answer>(
  started: ChildProcess,
  limitMb: number,
  conversation: Conversation<Answer>,
): void {
  const timer = setInterval(() => {
    if (residentMb(started.pid ?? 0) <= limitMb) return;
    conversation.fail('died', `the process ended: it took more than ${limitMb} MB of memory`);
    killGroup(started);
  }, memoryCheckMs).unref();
  started.once('close', () => clearInterval(timer));
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // ESRCH: the whole group is gone already, which is what was wanted.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
