import { spawn } from 'node:child_process';
import { type Child, startConversation } from './conversation.ts';
import { guardProcess } from './guard-process.ts';

export interface ProgramOptions<Answer> {
  /** A program that is not ours; it reads requests from its standard input and answers on its standard output. */
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  /** Takes the first complete answer off the output; undefined while there is none. */
  take(output: string): { readonly answer: Answer; readonly rest: string } | undefined;
  /** Above this it is killed. Linux only. */
  readonly memoryLimitMb?: number;
}

/** Starts somebody else's program and watches it as startChild does ours. It ends when its input is closed. */
export function startProgram<Answer>(options: ProgramOptions<Answer>): Child<Answer, string> {
  const { command, args, environment, take, memoryLimitMb } = options;
  const started = spawn(command, args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
    env: { ...process.env, ...environment },
  });
  const conversation = startConversation<Answer>();
  let output = '';
  started.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
    const taken = take(output);
    if (!taken) return;
    output = taken.rest;
    conversation.settle(taken.answer);
  });
  started.stdin.on('error', (error) => conversation.fail('died', error.message));
  return guardProcess(started, {
    conversation,
    send: (request: string) => started.stdin.write(request),
    ...(memoryLimitMb === undefined ? {} : { memoryLimitMb }),
  });
}
