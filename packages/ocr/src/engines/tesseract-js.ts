import { messageOf } from '@mailroom/core';
import { createWorker, OEM, PSM } from 'tesseract.js';
import { toPgm } from '../cleaning/raster.ts';
import { type Engine, engineDpi } from './engine.ts';
import { parseTsv } from './parse-tsv.ts';

/**
 * Tesseract as WebAssembly: nothing to install. A worker whose thread dies leaves promises that never
 * settle, and one without `errorHandler` kills the process; the watchdog of the pool stands behind both.
 * @param modelDir a folder with `<language>.traineddata` for every language
 */
export async function startTesseractJs(modelDir: string, languages: string): Promise<Engine> {
  const worker = await createWorker(languages, OEM.LSTM_ONLY, {
    langPath: modelDir,
    // The default writes the model into the current folder.
    cacheMethod: 'none',
    gzip: false,
    errorHandler: reportFailure,
  });
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO, user_defined_dpi: String(engineDpi) });
  return {
    async recognise(raster) {
      const { data } = await worker.recognize(toPgm(raster), {}, { text: false, tsv: true });
      return parseTsv(data.tsv ?? '');
    },
    foreignRss: () => 0,
    async close() {
      await worker.terminate();
    },
  };
}

/** The failed call rejects as well; this keeps tesseract.js from throwing where nobody can catch it. */
function reportFailure(error: unknown): void {
  process.stderr.write(`tesseract.js: ${messageOf(error)}\n`);
}
