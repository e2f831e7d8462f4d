import { type ChildProcess, spawn } from 'node:child_process';
import type { z } from 'zod';

/** A child that can no longer be trusted; it is dead when this is thrown. */
export class ChildFailure extends Error {
  readonly kind: 'died' | 'timeout' | 'nonsense';

  constructor(kind: ChildFailure['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

export interface ChildOptions<Answer> {
  /** A TypeScript file that answers each message on its IPC channel with one message. */
  readonly program: string;
  readonly args?: readonly string[];
  /** A child is not trusted: what does not fit counts as a crash. */
  readonly answers: z.ZodType<Answer>;
  /** JavaScript heap; images and models lie outside of it. */
  readonly heapLimitMb: number;
}

/** A process that answers one request at a time. */
export interface Child<Answer> {
  readonly pid: number;
  readonly alive: boolean;
  /** Sends `request` (nothing: waits for what the child says by itself) and waits for one answer. @throws ChildFailure */
  ask(request: object | undefined, timeoutMs: number): Promise<Answer>;
  /** Kills it and everything it started. */
  end(): Promise<void>;
}

export function startChild<Answer>(options: ChildOptions<Answer>): Child<Answer> {
  const started = spawn(
    process.execPath,
    [`--max-old-space-size=${options.heapLimitMb}`, options.program, ...(options.args ?? [])],
    {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
      // A process group of its own, so that what it started dies with it.
      detached: true,
    },
  );
  const ended = new Promise<void>((resolve) => started.once('close', resolve));
  const conversation = converse(started, options.answers);

  async function end(): Promise<void> {
    killGroup(started);
    if (started.pid !== undefined) await ended;
  }

  return {
    pid: started.pid ?? 0,
    get alive() {
      return started.exitCode === null && started.signalCode === null && started.connected;
    },
    async ask(request, timeoutMs) {
      try {
        const answer = conversation.next(timeoutMs);
        if (request) started.send(request, (error) => error && conversation.fail('died', error.message));
        return await answer;
      } catch (failure) {
        await end();
        throw failure;
      }
    },
    end,
  };
}

interface Conversation<Answer> {
  next(timeoutMs: number): Promise<Answer>;
  fail(kind: ChildFailure['kind'], message: string): void;
}

/** Answers one at a time; whatever else happens to the process rejects the one that is waited for. */
function converse<Answer>(child: ChildProcess, answers: z.ZodType<Answer>): Conversation<Answer> {
  let settle: { resolve(answer: Answer): void; reject(error: Error): void } | undefined;
  let failure: ChildFailure | undefined;
  let complaint = '';

  function fail(kind: ChildFailure['kind'], message: string): void {
    failure ??= new ChildFailure(kind, message);
    settle?.reject(failure);
  }

  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-500);
  });
  child.on('error', (error) => fail('died', error.message));
  child.on('close', (code, signal) => {
    fail('died', `the process ended (${signal ?? code}) ${complaint.trim().split('\n').at(-1) ?? ''}`.trim());
  });
  child.on('message', (message) => {
    const answer = answers.safeParse(message);
    if (answer.success) settle?.resolve(answer.data);
    else fail('nonsense', 'the answer of the process makes no sense');
  });

  return {
    fail,
    async next(timeoutMs) {
      if (failure) throw failure;
      const timer = setTimeout(
        () => fail('timeout', `no answer within ${Math.round(timeoutMs / 1000)} s`),
        timeoutMs,
      );
      try {
        return await new Promise<Answer>((resolve, reject) => {
          settle = { resolve, reject };
        });
      } finally {
        clearTimeout(timer);
        settle = undefined;
      }
    },
  };
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
