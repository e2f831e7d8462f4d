import { type Child, ChildFailure } from '@mailroom/children';
import { messageOf } from '@mailroom/core';
import { startCannedProcess } from './canned-process.ts';
import type { Engine, EngineLine } from './engine.ts';
import { type FaultName, isFaultName, startFault } from './faults.ts';
import { startNative } from './native.ts';
import { parseTsv } from './parse-tsv.ts';
import { startTesseractJs } from './tesseract-js.ts';

export type EngineName = 'tesseract.js' | 'native' | 'canned-process' | FaultName;

export interface EngineOptions {
  readonly engine: EngineName;
  /** As tesseract writes them: "deu" or "deu+eng". */
  readonly languages: string;
  /** Holds `<language>.traineddata`, unpacked, for each of them. */
  readonly modelDir: string;
  /** Above this the process is killed even in the middle of a page. */
  readonly memoryLimitMb: number;
}

/** A process that answers the path of a raster with tesseract's TSV. */
export type TsvProcess = Pick<Child<string>, 'pid' | 'alive' | 'end'> & {
  recognise(file: string, timeoutMs: number): Promise<string>;
};

const startTimeoutMs = 60_000;

/** Waits until the engine is warm. @throws ChildFailure when it does not start */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const started = await startTsvProcess(options);
  return {
    pid: started.pid,
    get alive() {
      return started.alive;
    },
    async recognise(file, timeoutMs) {
      const tsv = await started.recognise(file, timeoutMs);
      try {
        return parse(tsv);
      } catch (failure) {
        await started.end();
        throw failure;
      }
    },
    end: started.end,
  };
}

function startTsvProcess(options: EngineOptions): Promise<TsvProcess> {
  if (isFaultName(options.engine)) return startFault(options.engine, options, startTimeoutMs);
  if (options.engine === 'canned-process') return startCannedProcess(options, startTimeoutMs);
  return options.engine === 'native'
    ? startNative(options, startTimeoutMs)
    : startTesseractJs(options, startTimeoutMs);
}

function parse(tsv: string): readonly EngineLine[] {
  try {
    return parseTsv(tsv);
  } catch (error) {
    throw new ChildFailure('nonsense', `the answer of the engine makes no sense: ${messageOf(error)}`);
  }
}
