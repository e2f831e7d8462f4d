import { execFile, spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startChild } from '@mailroom/children';
import { describeNative } from '@mailroom/ocr';
import { bindPages, type FileSet, writePageFiles } from './file-set.ts';
import { type ReadFile, type ReadingRequest, readingAnswerSchema } from './reading-protocol.ts';

/** Somebody who reads a set of scans and makes searchable PDF of it. */
export interface Contender {
  readonly name: string;
  /** Gets ready for a set, outside of the measured time; only one contender is open at a time. */
  open(set: FileSet): Promise<OpenContender>;
}

export interface OpenContender {
  /** What each file of the set says; words where the contender tells them. */
  run(): Promise<readonly (Pick<ReadFile, 'text'> & Partial<ReadFile>)[]>;
  close(): Promise<void>;
}

const execute = promisify(execFile);
const workers = cpus().length;

/** Our engines, then whoever is installed; these find their pages in `workDir`. */
export function findContenders(workDir: string): Contender[] {
  const contenders = [mailroom('tesseract.js')];
  if (describeNative() !== undefined) contenders.push(mailroom('native'), tesseract(workDir));
  if (isInstalled('ocrmypdf')) contenders.push(ocrmypdf(workDir));
  if (isInstalled('ocrmypdf') && isInstalled('unpaper')) contenders.push(ocrmypdfAsPaperless(workDir));
  return contenders;
}

function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}

const readingProgram = fileURLToPath(new URL('reading-child.ts', import.meta.url));
const readingTimeoutMs = 3_600_000;
/** So many files are asked for at once, for the reader keeps the words of all of them: a mailroom keeps one document's. */
const portion = 64;

function mailroom(engine: 'tesseract.js' | 'native'): Contender {
  return {
    name: `mailroom ${engine}`,
    async open({ files }) {
      const child = startChild({
        program: readingProgram,
        args: [engine, String(workers)],
        answers: readingAnswerSchema,
        heapLimitMb: 512,
      });
      await child.ask(undefined, readingTimeoutMs);
      const read = async (paths: readonly string[]) =>
        (await child.ask({ files: paths } satisfies ReadingRequest, readingTimeoutMs)).files;
      const paths = files.map((file) => file.path);
      // A service that runs all day has its code compiled.
      await read(paths.slice(0, 4 * workers));
      return {
        run: async () => {
          const results: ReadFile[] = [];
          for (let at = 0; at < paths.length; at += portion) {
            results.push(...(await read(paths.slice(at, at + portion))));
          }
          return results;
        },
        close: child.end,
      };
    },
  };
}

/** A program that is started anew for every set, as its users do, and gives one text for each page. */
function program<Input>(
  name: string,
  prepare: (set: FileSet) => Promise<Input>,
  readPages: (input: Input) => Promise<readonly string[]>,
): Contender {
  return {
    name,
    async open(set) {
      const input = await prepare(set);
      return { run: async () => perFile(await readPages(input), set), close: async () => undefined };
    },
  };
}

function perFile(pages: readonly string[], { files }: FileSet): { text: string }[] {
  let next = 0;
  return files.map(({ pageCount }) => {
    next += pageCount;
    return { text: pages.slice(next - pageCount, next).join('\n') };
  });
}

function tesseract(workDir: string): Contender {
  const prepare = (set: FileSet) => writePageFiles(set, workDir);
  return program('tesseract CLI', prepare, async (pageFiles) => {
    const command = `printf '%s\\n' "$@" | OMP_THREAD_LIMIT=1 xargs -P ${workers} -I {} tesseract {} {} -l deu -c textonly_pdf=1 txt pdf`;
    await execute('sh', ['-c', command, 'sh', ...pageFiles]);
    return Promise.all(pageFiles.map((file) => readFile(`${file}.txt`, 'utf8')));
  });
}

const plain = ['-l', 'deu', '--jobs', String(workers)];

function ocrmypdf(workDir: string): Contender {
  return throughOcrmypdf('ocrmypdf', plain, workDir);
}

/** What paperless-ngx 2 calls with its defaults. */
function ocrmypdfAsPaperless(workDir: string): Contender {
  const cleaning = ['--skip-text', '--rotate-pages', '--rotate-pages-threshold', '12', '--deskew', '--clean'];
  const flags = [...plain, '--use-threads', ...cleaning, '--output-type', 'pdfa'];
  return throughOcrmypdf('ocrmypdf as paperless-ngx', flags, workDir);
}

function throughOcrmypdf(name: string, flags: readonly string[], workDir: string): Contender {
  const pdf = join(workDir, 'all.pdf');
  const prepare = async (set: FileSet) => writeFile(pdf, await bindPages(set));
  return program(name, prepare, async () => {
    const sidecar = `${pdf}.txt`;
    await execute('ocrmypdf', [...flags, '--sidecar', sidecar, pdf, `${pdf}.out.pdf`]);
    return (await readFile(sidecar, 'utf8')).split('\f');
  });
}
