import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { serveParent } from '@mailroom/children';
import { engineSettings } from './engine.ts';
import type { TsvAnswer, TsvRequest } from './tesseract-js.ts';

/*
 * The program of a tesseract.js child: its recogniser, called here directly. The worker that tesseract.js puts
 * around it would add a worker thread, a copy of the model in memory, and promises that never settle.
 */

/** What we use of the core: emscripten's file system and tesseract's C++ interface. */
interface Core {
  readonly FS: { writeFile(path: string, bytes: Uint8Array): void; unlink(path: string): void };
  readonly TessBaseAPI: new () => TessBaseApi;
}

interface TessBaseApi {
  Init(dataPath: string, languages: string, engineMode: number): number;
  SetVariable(name: string, value: string): boolean;
  /** Reads /input; 1 when that is no image. */
  SetImageFile(exifOrientation: number, angle: number): number;
  Recognize(monitor: null): number;
  GetTSVText(pageNumber: number): string;
}

const lstmOnly = 1;
const [modelDir = '', languages = ''] = process.argv.slice(2);
const core = await loadCore();
const api = startApi(core);
serveParent(async ({ file }: TsvRequest): Promise<TsvAnswer> => ({ tsv: recognise(file) }));
process.send?.({ tsv: '' } satisfies TsvAnswer);

/** tesseract.js knows which of its builds this processor can run. Like all of it, this part has no types. */
async function loadCore(): Promise<Core> {
  const require = createRequire(import.meta.url);
  const getCore = require('tesseract.js/src/worker-script/node/getCore.js') as GetCore;
  const load = await getCore(lstmOnly, '', { progress: () => undefined });
  const silent = () => undefined;
  return load({ print: silent, printErr: silent });
}

type GetCore = (
  engineMode: number,
  corePath: string,
  response: { progress(report: object): void },
) => Promise<(settings: object) => Promise<Core>>;

function startApi({ FS, TessBaseAPI }: Core): TessBaseApi {
  const files = languages.split('+').map((language) => `${language}.traineddata`);
  for (const file of files) FS.writeFile(`/${file}`, readFileSync(join(modelDir, file)));
  const started = new TessBaseAPI();
  if (started.Init('/', languages, lstmOnly) !== 0) throw new Error(`tesseract does not know "${languages}"`);
  // It holds the model in its own structures now.
  for (const file of files) FS.unlink(`/${file}`);
  for (const [name, value] of Object.entries(engineSettings)) started.SetVariable(name, String(value));
  return started;
}

function recognise(file: string): string {
  core.FS.writeFile('/input', readFileSync(file));
  if (api.SetImageFile(1, 0) === 1) throw new Error(`${file} is no raster`);
  if (api.Recognize(null) !== 0) throw new Error('tesseract gave up');
  return api.GetTSVText(0);
}
