import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChildFailure } from '@mailroom/children';
import {
  BadDocumentError,
  type ImagePage,
  MisconfigurationError,
  messageOf,
  type ReadPage,
} from '@mailroom/core';
import { checkSize } from './check-size.ts';
import { closedError, createCleaner } from './cleaning/create-cleaner.ts';
import { describeReader, type EngineChoice, type ReaderDescription } from './describe-reader.ts';
import { readCanned } from './engines/canned.ts';
import { cannedCleaner } from './engines/canned-process.ts';
import { createPool, type Pool } from './engines/create-pool.ts';
import { type EngineName, startEngine } from './engines/start-engine.ts';
import { collectModel } from './model.ts';
import { type Place, readPage } from './read-page.ts';

export interface ReaderOptions extends EngineChoice {
  /** Engines at work; one a core is right, more gain nothing. */
  readonly workers: number;
  /** A process above this is replaced after its page. */
  readonly maxRssMb?: number;
  /** What each step of a page may take: a base and a surcharge for each million pixels as received. */
  readonly timeoutMs?: { readonly base: number; readonly perMegapixel: number };
}

export interface ReadOptions {
  /** Whether labels of registered letters are looked for; the number becomes a line "Strichcode: ..." below the text. */
  readonly barcodes?: boolean;
}

/** Reads pages: one child process cleans them, a pool of warm engines recognises their words. */
export interface Reader {
  /** Engine and model in words, for `config check` and the log. */
  readonly description: string;
  /**
   * Pages wait for a free engine. A page over which a process dies, hangs or talks nonsense is tried once more.
   * @throws BadDocumentError with a German sentence when the page cannot be read
   */
  read(page: ImagePage, options?: ReadOptions): Promise<ReadPage>;
  /** The processes that are alive now. */
  pids(): readonly number[];
  /** Leaves no process and no file behind. */
  close(): Promise<void>;
}

const defaultMaxRssMb = 300;
/** Over this a process is killed in the middle of a page: one page must not push the machine into swapping. */
const memoryLimitFactor = 4;
const defaultTimeoutMs = { base: 30_000, perMegapixel: 4_000 };

/** @throws MisconfigurationError when the engine or its model is not there */
export async function createReader(options: ReaderOptions): Promise<Reader> {
  const described = describeReader(options);
  if (described.engine === 'canned') return createCannedReader(described);
  const workDir = await mkdtemp(join(tmpdir(), 'mailroom-ocr-'));
  const { maxRssMb = defaultMaxRssMb, timeoutMs: limits = defaultTimeoutMs } = options;
  const memory = { maxRssMb, memoryLimitMb: defaultMaxRssMb * memoryLimitFactor };
  const pool = await openPool(described.engine, described, { ...options, ...memory, workDir });
  const cleaner =
    described.engine === 'canned-process' ? cannedCleaner : createCleaner({ workDir, ...memory });
  return {
    description: described.text,
    async read(page, { barcodes = false } = {}) {
      checkSize(page);
      const timeoutMs = limits.base + (limits.perMegapixel * page.widthPx * page.heightPx) / 1e6;
      return readTwice(page, pool, { cleaner, timeoutMs, barcodes });
    },
    pids: () => [...pool.pids(), ...cleaner.pids()],
    async close() {
      await Promise.all([cleaner.close(), pool.close()]);
      await rm(workDir, { recursive: true, force: true });
    },
  };
}

function createCannedReader({ text }: ReaderDescription): Reader {
  let closed = false;
  return {
    description: text,
    async read(page) {
      if (closed) throw closedError();
      checkSize(page);
      return readCanned(page);
    },
    pids: () => [],
    async close() {
      closed = true;
    },
  };
}

interface PoolSettings {
  readonly languages: string;
  readonly workers: number;
  readonly maxRssMb: number;
  readonly memoryLimitMb: number;
  readonly workDir: string;
}

async function openPool(
  engine: EngineName,
  { model }: ReaderDescription,
  { languages, workers, maxRssMb, memoryLimitMb, workDir }: PoolSettings,
): Promise<Pool> {
  try {
    collectModel(model, workDir);
    const start = () => startEngine({ engine, languages, modelDir: workDir, memoryLimitMb });
    return await createPool({ size: workers, start, maxRssMb, workDir });
  } catch (cause) {
    await rm(workDir, { recursive: true, force: true });
    throw new MisconfigurationError(
      'ocr-engine-start',
      `The OCR engine ${engine} does not start: ${messageOf(cause)}. Check OCR_ENGINE, OCR_LANGUAGES and OCR_MODEL_DIR with "config check".`,
      { cause },
    );
  }
}

/** The second time meets a fresh process: a crash that was no fault of the page is cured by it. */
async function readTwice(
  page: ImagePage,
  pool: Pool,
  settings: Pick<Place, 'cleaner' | 'timeoutMs' | 'barcodes'>,
): Promise<ReadPage> {
  const read = () => pool.use((place) => readPage(page, { ...place, ...settings }));
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ChildFailure)) throw error;
  }
  try {
    return await read();
  } catch (cause) {
    if (!(cause instanceof ChildFailure)) throw cause;
    throw new BadDocumentError(
      'page-not-read',
      `Seite ${page.number} ließ sich auch beim zweiten Versuch nicht lesen (${cause.message}). Bitte die Seite ansehen und von Hand zuordnen.`,
      { state: 'review', cause },
    );
  }
}
