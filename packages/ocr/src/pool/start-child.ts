import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ImagePage } from '@mailroom/core';
import { type Answer, answerSchema, type ChildSettings, type PageRequest } from './protocol.ts';

const program = fileURLToPath(new URL('child.ts', import.meta.url));
/** JavaScript needs little; images and the model lie outside of this limit. */
const heapLimitMb = 384;

/** A child that can no longer be trusted with a page; it is dead when this is thrown. */
export class ChildFailure extends Error {}

/** One warm child process. It reads one page at a time. */
export interface Child {
  readonly pid: number;
  /** @throws ChildFailure after killing the child: no answer in time, death, or an answer that makes no sense */
  ask(page: ImagePage, timeoutMs: number): Promise<Answer>;
  /** Ends it and everything it started. */
  end(): Promise<void>;
}

/** @throws ChildFailure when the engine does not start */
export async function startChild(
  settings: Omit<ChildSettings, 'workDir'>,
  timeoutMs: number,
): Promise<Child> {
  const workDir = mkdtempSync(join(tmpdir(), 'mailroom-ocr-'));
  const process_ = spawnProgram({ ...settings, workDir });
  const conversation = converse(process_);
  const ended = new Promise<void>((resolve) => {
    process_.once('close', () => {
      killGroup(process_);
      rmSync(workDir, { recursive: true, force: true });
      resolve();
    });
  });
  const end = async (): Promise<void> => {
    killGroup(process_);
    await ended;
  };
  const receive = async (waitMs: number): Promise<Answer> => {
    try {
      return await conversation.next(waitMs);
    } catch (failure) {
      await end();
      throw failure;
    }
  };
  const first = await receive(timeoutMs);
  if (first.kind !== 'ready') {
    await end();
    throw new ChildFailure(first.kind === 'failed' ? first.message : 'the engine did not report ready');
  }
  return {
    pid: process_.pid ?? 0,
    async ask(page, waitMs) {
      const request: PageRequest = { page };
      process_.send(request);
      const answer = await receive(waitMs);
      if (answer.kind !== 'failed') return answer;
      // An engine that failed once may be broken for every page after: start afresh.
      await end();
      throw new ChildFailure(answer.message);
    },
    end,
  };
}

function spawnProgram(settings: ChildSettings): ChildProcess {
  return spawn(
    process.execPath,
    ['--expose-gc', `--max-old-space-size=${heapLimitMb}`, program, JSON.stringify(settings)],
    {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
      // Fewer arenas keep glibc from holding on to a page's pixels.
      env: { ...process.env, MALLOC_ARENA_MAX: '2' },
      // A process group of its own, so that the engine's processes die with it.
      detached: true,
    },
  );
}

/** Answers one at a time; whatever else happens to the process rejects the one that is waited for. */
function converse(process_: ChildProcess): { next(timeoutMs: number): Promise<Answer> } {
  let settle: { resolve(answer: Answer): void; reject(error: Error): void } | undefined;
  let failure: ChildFailure | undefined;
  let complaint = '';
  const fail = (reason: string): void => {
    failure ??= new ChildFailure(reason);
    settle?.reject(failure);
  };
  process_.stderr?.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-500);
  });
  process_.on('error', (error) => fail(error.message));
  process_.on('close', (code, signal) =>
    fail(`the process ended (${signal ?? code}) ${lastLine(complaint)}`),
  );
  process_.on('message', (message) => {
    const answer = answerSchema.safeParse(message);
    if (answer.success) settle?.resolve(answer.data);
    else fail('its answer makes no sense');
  });
  return {
    async next(timeoutMs) {
      if (failure) throw failure;
      const timer = setTimeout(() => fail(`no answer within ${Math.round(timeoutMs / 1000)} s`), timeoutMs);
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
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
