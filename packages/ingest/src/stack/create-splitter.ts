import { fileURLToPath } from 'node:url';
import { type Child, startChild } from '@mailroom/children';
import { messageOf } from '@mailroom/core';
import type { PlannedPart } from './plan-parts.ts';
import { type SplitterReply, splitterReplySchema } from './splitter-protocol.ts';

/** Splits stacks in a child process: looking at every page takes time, and files come from anywhere. */
export interface Splitter {
  /**
   * The letters of a stack, undefined when it is one document. What cannot be opened, crashes or hangs is one
   * document too: opening it properly says what is wrong with it.
   */
  split(bytes: Buffer, fileName: string): Promise<readonly SplitPart[] | undefined>;
  close(): Promise<void>;
}

export interface SplitPart extends Omit<PlannedPart, 'doubt'> {
  readonly bytes: Buffer;
  readonly doubt?: string | undefined;
}

const program = fileURLToPath(new URL('splitter-child.ts', import.meta.url));
/** A stack of 500 pages, a second a page. */
const patienceMs = 10 * 60_000;

export function createSplitter(): Splitter {
  let child: Child<SplitterReply> | undefined;
  let line: Promise<unknown> = Promise.resolve();

  async function ask(bytes: Buffer, fileName: string): Promise<readonly SplitPart[] | undefined> {
    if (!child?.alive) child = startChild({ program, answers: splitterReplySchema, heapLimitMb: 1024 });
    const reply = await child.ask({ bytes, fileName }, patienceMs).catch((error: unknown) => {
      process.stderr.write(`splitting ${fileName}: ${messageOf(error)}; it is taken in whole\n`);
    });
    if (reply?.kind !== 'parts') return undefined;
    return reply.parts.map((part) => ({ ...part, bytes: Buffer.from(part.bytes) }));
  }

  return {
    split(bytes, fileName) {
      const answer = line.then(() => ask(bytes, fileName));
      line = answer.catch(() => undefined); // whoever asked learns of it; the line goes on
      return answer;
    },
    async close() {
      await line;
      await child?.end();
    },
  };
}
