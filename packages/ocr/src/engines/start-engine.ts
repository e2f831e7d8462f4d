import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { collectModel, findModel } from '../model.ts';
import { startCanned } from './canned.ts';
import type { Engine } from './engine.ts';
import { type FaultName, isFaultName, startFault } from './faults.ts';
import { startNative } from './native.ts';
import { startTesseractJs } from './tesseract-js.ts';

export type EngineName = 'tesseract.js' | 'native' | 'canned' | FaultName;

export interface EngineOptions {
  readonly engine: EngineName;
  readonly languages: string;
  readonly modelDir?: string;
  /** A folder of this engine's own; whoever made it removes it. */
  readonly workDir: string;
}

export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { engine, languages, workDir } = options;
  if (isFaultName(engine)) return startFault(engine);
  if (engine === 'canned') return startCanned();
  const native = engine === 'native';
  const modelDir = join(workDir, 'model');
  await mkdir(modelDir);
  collectModel(findModel(languages, options.modelDir), modelDir, { unpack: native });
  return native ? startNative(modelDir, languages, workDir) : startTesseractJs(modelDir, languages);
}
