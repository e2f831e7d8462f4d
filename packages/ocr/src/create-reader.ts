import {
  BadDocumentError,
  type ImagePage,
  MisconfigurationError,
  messageOf,
  type ReadPage,
} from '@mailroom/core';
import { checkSize } from './check-size.ts';
import { describeNative } from './engines/find-native.ts';
import type { EngineName } from './engines/start-engine.ts';
import { describeModel, findModel } from './model.ts';
import { createPool, type Pool } from './pool/create-pool.ts';
import type { Answer } from './pool/protocol.ts';
import { ChildFailure, startChild } from './pool/start-child.ts';

export interface ReaderOptions {
  /** `auto`: native when `tesseract` is installed, else tesseract.js. */
  readonly engine: EngineName | 'auto';
  /** As tesseract writes them: "deu" or "deu+eng". */
  readonly languages: string;
  /** Child processes; one a core is right, more gain nothing. */
  readonly workers: number;
  /** Where <language>.traineddata lie; without it the system's model or the npm package's. */
  readonly modelDir?: string;
  /** A child above this is replaced after its page. */
  readonly maxRssMb?: number;
  /** What a page may take: a base and a surcharge for each million pixels as received. */
  readonly timeoutMs?: { readonly base: number; readonly perMegapixel: number };
}

/** Reads pages in a pool of warm child processes. */
export interface Reader {
  /** Engine and model in words, for `config check` and the log. */
  readonly description: string;
  /**
   * Pages wait for a free child. A page whose child dies, hangs or talks nonsense is tried once more.
   * @throws BadDocumentError with a German sentence when the page cannot be read
   */
  read(page: ImagePage): Promise<ReadPage>;
  /** The children that are alive now. */
  pids(): readonly number[];
  /** Leaves no process behind. */
  close(): Promise<void>;
}

const defaultMaxRssMb = 400;
/** Over this a child gives up in the middle of a page: one page must not push the machine into swapping. */
const hardRssFactor = 4;
const defaultTimeoutMs = { base: 30_000, perMegapixel: 4_000 };
const startTimeoutMs = 60_000;

/** @throws MisconfigurationError when the engine or its model is not there */
export async function createReader(options: ReaderOptions): Promise<Reader> {
  const engine = options.engine === 'auto' ? chooseEngine() : options.engine;
  const description = describeEngine(engine, options);
  const pool = await openPool(engine, options);
  const limits = options.timeoutMs ?? defaultTimeoutMs;
  return {
    description,
    async read(page) {
      checkSize(page);
      const timeoutMs = limits.base + (limits.perMegapixel * page.widthPx * page.heightPx) / 1e6;
      return pageOf(await askTwice(pool, page, timeoutMs), page);
    },
    pids: pool.pids,
    close: pool.close,
  };
}

function chooseEngine(): EngineName {
  return describeNative() === undefined ? 'tesseract.js' : 'native';
}

function describeEngine(engine: EngineName, { languages, modelDir }: ReaderOptions): string {
  if (engine !== 'native' && engine !== 'tesseract.js') return engine;
  const program = engine === 'native' ? describeNative() : 'tesseract.js';
  if (program === undefined) {
    throw new MisconfigurationError(
      'OCR_ENGINE_MISSING',
      'OCR_ENGINE is "native", but the program tesseract was not found. Install it (Debian: apt-get install tesseract-ocr tesseract-ocr-deu) or set OCR_ENGINE to "tesseract.js".',
    );
  }
  return `${program}, ${describeModel(findModel(languages, modelDir))}`;
}

async function openPool(engine: EngineName, options: ReaderOptions): Promise<Pool> {
  const { languages, modelDir, workers, maxRssMb = defaultMaxRssMb } = options;
  const settings = {
    engine,
    languages,
    hardRssMb: maxRssMb * hardRssFactor,
    ...(modelDir === undefined ? {} : { modelDir }),
  };
  try {
    return await createPool({ size: workers, maxRssMb, start: () => startChild(settings, startTimeoutMs) });
  } catch (cause) {
    throw new MisconfigurationError(
      'OCR_ENGINE_START',
      `The OCR engine ${engine} does not start: ${messageOf(cause)}. Check OCR_ENGINE, OCR_LANGUAGES and OCR_MODEL_DIR with "config check".`,
      { cause },
    );
  }
}

/** The second time meets another child, or a fresh one: a crash that was no fault of the page is cured by it. */
async function askTwice(pool: Pool, page: ImagePage, timeoutMs: number): Promise<Answer> {
  try {
    return await pool.read(page, timeoutMs);
  } catch (error) {
    if (!(error instanceof ChildFailure)) throw error;
  }
  try {
    return await pool.read(page, timeoutMs);
  } catch (cause) {
    if (!(cause instanceof ChildFailure)) throw cause;
    return { kind: 'failed', message: cause.message };
  }
}

function pageOf(answer: Answer, page: ImagePage): ReadPage {
  if (answer.kind === 'read') return answer.page;
  if (answer.kind === 'bad') {
    throw new BadDocumentError(answer.code, answer.message, { state: answer.state });
  }
  const reason = answer.kind === 'failed' ? answer.message : 'no answer';
  throw new BadDocumentError(
    'PAGE_NOT_READ',
    `Seite ${page.number} ließ sich auch beim zweiten Versuch nicht lesen (${reason}). Bitte die Seite ansehen und von Hand zuordnen.`,
    { state: 'review' },
  );
}
