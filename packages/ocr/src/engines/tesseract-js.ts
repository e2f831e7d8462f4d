import { fileURLToPath } from 'node:url';
import { startChild } from '@mailroom/children';
import { z } from 'zod';
import type { EngineOptions, TsvProcess } from './start-engine.ts';

const tsvAnswerSchema = z.object({ tsv: z.string() });
export type TsvAnswer = z.infer<typeof tsvAnswerSchema>;
export interface TsvRequest {
  readonly file: string;
}

const program = fileURLToPath(new URL('tesseract-js-child.ts', import.meta.url));
/** JavaScript needs little; the model and the pixels lie in WebAssembly's memory, outside of this limit. */
const heapLimitMb = 128;

/** Tesseract as WebAssembly: nothing to install. */
export async function startTesseractJs(options: EngineOptions, startTimeoutMs: number): Promise<TsvProcess> {
  const { modelDir, languages, memoryLimitMb } = options;
  return startTsvChild(program, [modelDir, languages], memoryLimitMb, startTimeoutMs);
}

/** A child that says when it is ready and then answers each TsvRequest with a TsvAnswer. */
export async function startTsvChild(
  childProgram: string,
  args: readonly string[],
  memoryLimitMb: number,
  startTimeoutMs: number,
): Promise<TsvProcess> {
  const child = startChild({
    program: childProgram,
    args,
    answers: tsvAnswerSchema,
    heapLimitMb,
    memoryLimitMb,
  });
  await child.ask(undefined, startTimeoutMs);
  return {
    pid: child.pid,
    get alive() {
      return child.alive;
    },
    async recognise(file, timeoutMs) {
      return (await child.ask({ file } satisfies TsvRequest, timeoutMs)).tsv;
    },
    end: child.end,
  };
}
