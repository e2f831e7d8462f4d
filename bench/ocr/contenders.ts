import { execFile, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { promisify } from 'node:util';
import { createReader, describeNative, type Reader, writeSearchablePdf } from '@mailroom/ocr';
import type { PageSet } from './page-set.ts';

/** Somebody who reads a set of pages and makes a searchable PDF of it; gives the text of each page. */
export interface Contender {
  readonly name: string;
  /** Gets ready, outside of the measured time; only one contender is open at a time. */
  open(): Promise<OpenContender>;
}

export interface OpenContender {
  run(set: PageSet): Promise<readonly string[]>;
  close(): Promise<void>;
}

const execute = promisify(execFile);
const workers = cpus().length;

/** Our engines, then whoever is installed. */
export function findContenders(): Contender[] {
  const contenders = [mailroom('tesseract.js')];
  if (describeNative() !== undefined) contenders.push(mailroom('native'), tesseract());
  if (isInstalled('ocrmypdf')) contenders.push(ocrmypdf());
  if (isInstalled('ocrmypdf') && isInstalled('unpaper')) contenders.push(ocrmypdfAsPaperless());
  return contenders;
}

function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}

function mailroom(engine: 'tesseract.js' | 'native'): Contender {
  return {
    name: `mailroom ${engine}`,
    async open() {
      const reader = await createReader({ engine, languages: 'deu', workers });
      return { run: (set) => readAndBind(reader, set), close: reader.close };
    },
  };
}

/** A program that is started anew for every set, as its users do. */
function program(name: string, run: OpenContender['run']): Contender {
  return { name, open: async () => ({ run, close: async () => undefined }) };
}

async function readAndBind(reader: Reader, { pages }: PageSet): Promise<string[]> {
  const read = await Promise.all(pages.map(async ({ image }) => ({ image, read: await reader.read(image) })));
  const bound = async function* () {
    yield* read;
  };
  await writeSearchablePdf(bound(), { documentId: 'bench', title: 'bench', createdAt: new Date(0) });
  return read.map((page) => page.read.text);
}

function tesseract(): Contender {
  return program('tesseract CLI', async ({ pages }) => {
    const command = `printf '%s\\n' "$@" | OMP_THREAD_LIMIT=1 xargs -P ${workers} -I {} tesseract {} {} -l deu -c textonly_pdf=1 txt pdf`;
    await execute('sh', ['-c', command, 'sh', ...pages.map((page) => page.file)]);
    return Promise.all(pages.map((page) => readFile(`${page.file}.txt`, 'utf8')));
  });
}

function ocrmypdf(): Contender {
  return throughOcrmypdf('ocrmypdf', ['-l', 'deu', '--jobs', String(workers)]);
}

/** What paperless-ngx 2 calls with its defaults. */
function ocrmypdfAsPaperless(): Contender {
  const cleaning = ['--skip-text', '--rotate-pages', '--rotate-pages-threshold', '12', '--deskew', '--clean'];
  const flags = [
    '-l',
    'deu',
    '--jobs',
    String(workers),
    '--use-threads',
    ...cleaning,
    '--output-type',
    'pdfa',
  ];
  return throughOcrmypdf('ocrmypdf as paperless-ngx', flags);
}

function throughOcrmypdf(name: string, flags: readonly string[]): Contender {
  return program(name, async ({ pdf }) => {
    const sidecar = `${pdf}.txt`;
    await execute('ocrmypdf', [...flags, '--sidecar', sidecar, pdf, `${pdf}.out.pdf`]);
    return (await readFile(sidecar, 'utf8')).split('\f');
  });
}
