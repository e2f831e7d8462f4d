import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { type Child, startConversation } from './conversation.ts';
import { guardProcess } from './guard-process.ts';

export interface ChildOptions<Answer> {
  /** A TypeScript file that answers each message on its IPC channel with one message: see serveParent. */
  readonly program: string;
  readonly args?: readonly string[];
  /** A child is not trusted: what does not fit counts as a crash. */
  readonly answers: z.ZodType<Answer>;
  /** JavaScript heap; images and models lie outside of it. */
  readonly heapLimitMb: number;
  /** Everything; above it the child is killed. Linux only. */
  readonly memoryLimitMb?: number;
}

/** Starts a child process of ours. */
export function startChild<Answer>(options: ChildOptions<Answer>): Child<Answer> {
  const { program, args = [], answers, heapLimitMb, memoryLimitMb } = options;
  const started = spawn(
    process.execPath,
    [...nodeFlags, `--max-old-space-size=${heapLimitMb}`, program, ...args],
    {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
      // A process group of its own, so that what it started dies with it.
      detached: true,
      env: childEnvironment(),
    },
  );
  const conversation = startConversation<Answer>();
  started.on('message', (message) => {
    const answer = answers.safeParse(message);
    if (answer.success) conversation.settle(answer.data);
    else conversation.fail('nonsense', 'the answer of the process makes no sense');
  });
  return guardProcess(started, {
    conversation,
    send: (request: object) =>
      started.send(request, (error) => error && conversation.fail('died', error.message)),
    ...(memoryLimitMb === undefined ? {} : { memoryLimitMb }),
  });
}

/** Garbage of one page is collected soon, at a price of a few milliseconds. */
const nodeFlags = ['--max-semi-space-size=2', '--disable-warning=ExperimentalWarning'];

/**
 * Compiled code is kept between starts: a child then needs neither the TypeScript stripper (25 MB) nor its
 * 0.3 s. Fewer arenas, and maps of their own for all that is large, keep glibc from holding on to a page's pixels.
 */
function childEnvironment(): NodeJS.ProcessEnv {
  const glibc = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '1000000' };
  const compiled = fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url));
  return { NODE_COMPILE_CACHE: compiled, ...glibc, ...process.env };
}
