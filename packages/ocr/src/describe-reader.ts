import { spawnSync } from 'node:child_process';
import { MisconfigurationError } from '@mailroom/core';
import type { EngineName } from './engines/start-engine.ts';
import { describeModel, findModel, type Model } from './model.ts';

export interface EngineChoice {
  /** `auto`: native when `tesseract` is installed, else tesseract.js. `canned`: for load tests, see readCanned; `canned-process`: see startCannedProcess. */
  readonly engine: EngineName | 'auto' | 'canned';
  /** As tesseract writes them: "deu" or "deu+eng". */
  readonly languages: string;
  /** Where <language>.traineddata lie; without it the system's model or the npm package's. */
  readonly modelDir?: string;
}

export interface ReaderDescription {
  readonly engine: EngineName | 'canned';
  readonly model: Model;
  /** Engine and model in words, for `config check` and the log. */
  readonly text: string;
}

/** Which engine and model a reader with these options uses. @throws MisconfigurationError when one is not there */
export function describeReader({ engine: wanted, languages, modelDir }: EngineChoice): ReaderDescription {
  const model = findModel(languages, modelDir);
  const native = wanted === 'native' || wanted === 'auto' ? describeNative() : undefined;
  if (wanted === 'native' && native === undefined) {
    throw new MisconfigurationError(
      'ocr-engine-missing',
      'OCR_ENGINE is "native", but the program tesseract was not found. Install it (Debian: apt-get install tesseract-ocr tesseract-ocr-deu) or set OCR_ENGINE to "tesseract.js".',
    );
  }
  const engine = wanted === 'auto' ? (native === undefined ? 'tesseract.js' : 'native') : wanted;
  return { engine, model, text: `${native ?? engine}, ${describeModel(model)}` };
}

/** The installed tesseract's name and version ("tesseract 5.3.0"), or undefined when there is none. */
export function describeNative(): string | undefined {
  const { stdout, status } = spawnSync('tesseract', ['--version'], { encoding: 'utf8', timeout: 10_000 });
  const version = /^tesseract v?(\d+\.\d+[\w.-]*)/m.exec(stdout ?? '')?.[1];
  return status === 0 && version !== undefined ? `tesseract ${version}` : undefined;
}
