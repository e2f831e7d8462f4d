import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { type Raster, toPgm } from '../cleaning/raster.ts';
import { type Engine, engineDpi } from './engine.ts';
import { parseTsv } from './parse-tsv.ts';

type Tesseract = ChildProcessByStdio<Writable, Readable, Readable>;

/**
 * The installed `tesseract`, one process for many pages so that the model is loaded once: with
 * `stream_filelist` it reads paths from standard input for as long as that stays open and writes one
 * TSV block a page (tesseract 4.1 and later).
 *
 * It says nothing when a page is finished, so a tiny white page follows each: when that one's first row
 * arrives, the page before is complete. `stdbuf` makes it hand over every row at once.
 * @param workDir where the rasters are put; emptied by whoever made it
 */
export async function startNative(modelDir: string, languages: string, workDir: string): Promise<Engine> {
  const tesseract = spawn('stdbuf', ['-oL', 'tesseract', ...tesseractArguments(modelDir, languages)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // A second OpenMP thread costs more than it brings; the pool has a process for every core.
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
  });
  const pageFile = join(workDir, 'page.pgm');
  const markFile = join(workDir, 'mark.pgm');
  await writeFile(markFile, toPgm(white(32, 32)));
  const output = readPages(tesseract);
  const engine: Engine = {
    async recognise(raster) {
      await writeFile(pageFile, toPgm(raster));
      tesseract.stdin.write(`${pageFile}\n${markFile}\n`);
      return parseTsv(await output.next());
    },
    foreignRss: () => residentBytes(tesseract.pid),
    async close() {
      tesseract.stdin.end();
      tesseract.kill('SIGKILL');
    },
  };
  // The first page loads the model; a language that is missing shows here, not with the first letter.
  await engine.recognise(white(64, 64));
  return engine;
}

function tesseractArguments(modelDir: string, languages: string): string[] {
  const settings = {
    stream_filelist: 1,
    tessedit_create_tsv: 1,
    tessedit_create_txt: 0,
    user_defined_dpi: engineDpi,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['stdin', 'stdout', '--tessdata-dir', modelDir, '-l', languages, '--psm', '3', ...flags];
}

/** Cuts the endless TSV at each marker page's first row; every other page row opens a real page. */
function readPages(tesseract: Tesseract): { next(): Promise<string> } {
  let rest = '';
  let ended: Error | undefined;
  let wake = (): void => undefined;
  let complaint = '';
  const fail = (error: Error): void => {
    ended = error;
    wake();
  };
  tesseract.on('error', fail);
  tesseract.stdin.on('error', fail);
  tesseract.on('close', (code, signal) => {
    fail(new Error(`tesseract ended (${signal ?? code}): ${complaint.trim()}`));
  });
  tesseract.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-2000);
  });
  tesseract.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    rest += chunk;
    wake();
  });
  return {
    async next() {
      for (;;) {
        const page = takePage(rest);
        if (page) {
          rest = page.rest;
          return page.tsv;
        }
        if (ended) throw ended;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

const pageRow = /^1\t\d+\t0\t0\t0\t0\t.*\n/gm;

function takePage(output: string): { tsv: string; rest: string } | undefined {
  const [, mark] = [...output.matchAll(pageRow)];
  if (!mark) return undefined;
  return { tsv: output.slice(0, mark.index), rest: output.slice(mark.index + mark[0].length) };
}

function white(widthPx: number, heightPx: number): Raster {
  return { widthPx, heightPx, grey: new Uint8Array(widthPx * heightPx).fill(255) };
}

/** From /proc; 0 where there is none (macOS). */
function residentBytes(pid: number | undefined): number {
  try {
    const pages = readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1];
    return Number(pages) * 4096;
  } catch {
    return 0;
  }
}
