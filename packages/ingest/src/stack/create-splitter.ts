import { fileURLToPath } from 'node:url';
import { type Child, startChild } from '@mailroom/children';
import { messageOf } from '@mailroom/core';
import type { PlannedPart } from './plan-parts.ts';
import type { Splitting } from './split-stack.ts';
import { type SplitterReply, type SplitterRequest, splitterReplySchema } from './splitter-protocol.ts';

/** Splits stacks in a child process: looking at every page takes time, and files come from anywhere. */
export interface Splitter {
  /**
   * The letters of a stack with separator sheets. What cannot be opened is one document: opening it properly says what
   * is wrong with it. What crashes or hangs is one as well, with a doubt.
   */
  split(bytes: Buffer, fileName: string): Promise<Splitting>;
  /** The pages of each range as a file; the same bytes each time. Undefined when the file cannot be cut. */
  cut(
    bytes: Buffer,
    ranges: readonly Pick<PlannedPart, 'first' | 'last'>[],
  ): Promise<readonly Buffer[] | undefined>;
  close(): Promise<void>;
}

const program = fileURLToPath(new URL('splitter-child.ts', import.meta.url));
/** A stack of 500 pages, a second a page. */
const patienceMs = 10 * 60_000;

export function createSplitter(): Splitter {
  let child: Child<SplitterReply> | undefined;
  let line: Promise<unknown> = Promise.resolve();

  function ask(request: SplitterRequest): Promise<SplitterReply> {
    const answer = line.then(() => {
      if (!child?.alive) child = startChild({ program, answers: splitterReplySchema, heapLimitMb: 1024 });
      return child.ask(request, patienceMs);
    });
    line = answer.catch(() => undefined); // whoever asked learns of it; the line goes on
    return answer.catch((error: unknown) => ({ kind: 'failed', message: messageOf(error) }) as const);
  }

  return {
    async split(bytes, fileName) {
      const reply = await ask({ kind: 'split', bytes, fileName });
      if (reply.kind === 'failed') return notSearched(fileName, reply.message);
      if (reply.kind === 'whole')
        return reply.doubt === undefined ? { kind: 'whole' } : { kind: 'whole', doubt: reply.doubt };
      if (reply.kind !== 'parts') return { kind: 'unseparated' };
      const parts = reply.parts.map(({ doubt, ...part }) => ({
        ...{ ...part, bytes: Buffer.from(part.bytes) },
        ...(doubt === undefined ? {} : { doubt }),
      }));
      return { kind: 'parts', pages: reply.pages, parts };
    },
    async cut(bytes, ranges) {
      const reply = await ask({ kind: 'cut', bytes, ranges });
      return reply.kind === 'cut' ? reply.files.map((file) => Buffer.from(file)) : undefined;
    },
    async close() {
      await line;
      await child?.end();
    },
  };
}

/** A stack that is taken for one letter would be answered for its first wish only. */
function notSearched(fileName: string, message: string): Splitting {
  process.stderr.write(`splitting ${fileName}: ${message}; it is taken in whole, for a person\n`);
  const doubt =
    'Die Datei ließ sich nicht nach Trennblättern durchsuchen und kann mehrere Schriftstücke enthalten. Bitte ansehen.';
  return { kind: 'whole', doubt };
}
