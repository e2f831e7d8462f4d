import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startProgram } from '@mailroom/children';
import { encodeRaster, whiteRaster } from '../cleaning/raster.ts';
import { engineSettings } from './engine.ts';
import type { EngineOptions, TsvProcess } from './start-engine.ts';

/**
 * The installed `tesseract`, one process for many pages so that the model is loaded once: with
 * `stream_filelist` it reads paths from standard input for as long as that stays open and writes one
 * TSV block a page (tesseract 4.1 and later).
 *
 * It says nothing when a page is finished, so a tiny white page follows each: when that one's first row
 * arrives, the page before is complete. `stdbuf` makes it hand over every row at once.
 */
export async function startNative(options: EngineOptions, startTimeoutMs: number): Promise<TsvProcess> {
  const { modelDir, languages, memoryLimitMb } = options;
  const started = startProgram({
    command: 'stdbuf',
    args: ['-oL', 'tesseract', ...tesseractArguments(modelDir, languages)],
    // A second OpenMP thread costs more than it brings; the pool has a process for every core.
    environment: { OMP_THREAD_LIMIT: '1', MALLOC_ARENA_MAX: '1' },
    take: takePage,
    memoryLimitMb,
  });
  const markFile = join(modelDir, 'mark.tif');
  await writeFile(markFile, encodeRaster(whiteRaster(32, 32)));
  const recognise = (file: string, timeoutMs: number) => started.ask(`${file}\n${markFile}\n`, timeoutMs);
  // The first page loads the model; a language that is missing shows here, not with the first letter.
  await recognise(markFile, startTimeoutMs);
  return {
    pid: started.pid,
    get alive() {
      return started.alive;
    },
    recognise,
    end: started.end,
  };
}

function tesseractArguments(modelDir: string, languages: string): string[] {
  const output = { stream_filelist: 1, tessedit_create_tsv: 1, tessedit_create_txt: 0 };
  const settings = Object.entries({ ...engineSettings, ...output });
  const flags = settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['stdin', 'stdout', '--tessdata-dir', modelDir, '-l', languages, ...flags];
}

const pageRow = /^1\t\d+\t0\t0\t0\t0\t.*\n/gm;

/** Cuts the endless TSV at each marker page's first row; every other page row opens a real page. */
function takePage(output: string): { answer: string; rest: string } | undefined {
  const [, mark] = [...output.matchAll(pageRow)];
  if (!mark) return undefined;
  return { answer: output.slice(0, mark.index), rest: output.slice(mark.index + mark[0].length) };
}
