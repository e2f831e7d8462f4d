import { fileURLToPath } from 'node:url';
import { type Child, ChildFailure, residentMb, startChild } from '@mailroom/children';
import { BadDocumentError, TemporaryError } from '@mailroom/core';
import { noRoomError } from '../no-room.ts';
import { type CleaningAnswer, type CleaningRequest, cleaningAnswerSchema, type Sheet } from './protocol.ts';

/**
 * Cleans pages one after the other in a child process of its own. Cleaning takes a tenth of the time of
 * recognising, so one serves several engines, and these need neither the decoders nor their memory.
 */
export interface Cleaner {
  /**
   * Writes the cleaned page into `into`, and looks for barcodes when they are wanted.
   * @throws BadDocumentError when it is no image; TemporaryError when the disk is full; ChildFailure when the process died over it or was too slow
   */
  clean(request: Omit<CleaningRequest & { kind: 'clean' }, 'kind'>, timeoutMs: number): Promise<Sheet>;
  /** Writes `from`, a cleaned page, turned clockwise, or the fullest strip of it, into `into`. */
  turn(request: Omit<CleaningRequest & { kind: 'turn' }, 'kind'>, timeoutMs: number): Promise<void>;
  pids(): readonly number[];
  close(): Promise<void>;
}

export interface CleanerOptions {
  /** Removed by the child when this process was killed. */
  readonly workDir: string;
  /** Above this the child is replaced after a page. */
  readonly maxRssMb: number;
  /** Above this the child is killed even in the middle of a page. */
  readonly memoryLimitMb: number;
}

type CleaningChild = Child<CleaningAnswer>;

const program = fileURLToPath(new URL('child.ts', import.meta.url));
const heapLimitMb = 384;

export function createCleaner({ workDir, maxRssMb, memoryLimitMb }: CleanerOptions): Cleaner {
  let child: CleaningChild | undefined;
  let line: Promise<unknown> = Promise.resolve();
  let closed = false;

  function livingChild(): CleaningChild {
    if (closed) throw closedError();
    if (!child?.alive) {
      child = startChild({
        program,
        args: [workDir],
        answers: cleaningAnswerSchema,
        heapLimitMb,
        memoryLimitMb,
      });
    }
    return child;
  }

  /** The time of a request runs from when its turn comes: only the page that is being cleaned can be to blame. */
  function ask(request: CleaningRequest, timeoutMs: number): Promise<CleaningAnswer> {
    const answer = line.then(async () => {
      const living = livingChild();
      const answered = await living.ask(request, timeoutMs);
      if (residentMb(living.pid) > maxRssMb) await living.end();
      return understood(answered, request.into);
    });
    line = answer.catch(() => undefined); // whoever asked learns of it; the line goes on
    return answer;
  }

  return {
    async clean(request, timeoutMs) {
      const answer = await ask({ kind: 'clean', ...request }, timeoutMs);
      if (answer.kind !== 'cleaned') throw new Error(`the cleaner answered ${answer.kind} to clean`);
      return answer.sheet;
    },
    async turn(request, timeoutMs) {
      await ask({ kind: 'turn', ...request }, timeoutMs);
    },
    pids: () => (child?.alive ? [child.pid] : []),
    async close() {
      closed = true;
      await child?.end();
      await line;
    },
  };
}

/** What a page meets when the reader is closed while it waits; nobody is to blame, so it is read later. */
export function closedError(): TemporaryError {
  return new TemporaryError('ocr-closed', 'The reader was closed; the page is read later.');
}

function understood(answer: CleaningAnswer, into: string): CleaningAnswer {
  if (answer.kind === 'no-room') throw noRoomError(into);
  if (answer.kind === 'bad') throw new BadDocumentError(answer.code, answer.message, { state: answer.state });
  if (answer.kind === 'failed') throw new ChildFailure('died', answer.message);
  return answer;
}
