import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BadDocumentError, MisconfigurationError, TemporaryError } from '@mailroom/core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createReader, type Reader, type ReaderOptions } from './create-reader.ts';
import { describeNative } from './describe-reader.ts';
import { withCannedText } from './engines/canned.ts';
import type { FaultName } from './engines/faults.ts';

import { letterText, missingWords, printPage } from './testing/print-page.ts';

const options: Omit<ReaderOptions, 'engine'> = { languages: 'deu', workers: 2 };

test('native tesseract is installed, as these tests need it', () => {
  expect(
    describeNative(),
    'apt-get install tesseract-ocr tesseract-ocr-deu, then run the tests again',
  ).toMatch(/^tesseract \d/);
});

describe.each(['tesseract.js', 'native'] as const)('the engine %s', (engine) => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await createReader({ ...options, engine });
  });
  afterAll(() => reader.close());

  test('says which engine and model it uses', () => {
    expect(reader.description).toMatch(/^tesseract.*deu/);
  });

  test('reads a black and white scan without a missing word', async () => {
    const read = await reader.read(await printPage(letterText));
    expect(missingWords(letterText, read.text)).toEqual([]);
    expect(read.confidence).toBeGreaterThan(0.85);
    expect(read).toMatchObject({ source: 'ocr', turn: 0, blank: false, notes: [] });
  });

  test('numbers lines, leaves an empty line between blocks and places words on the page as received', async () => {
    const page = await printPage(letterText, { format: 'jpeg' });
    const { text, words } = await reader.read(page);
    expect(text).toContain('50674 Köln\n\nNordwind Energie GmbH\nKundenservice');
    const number = words.find((word) => word.text === '6029481735');
    expect(words.filter((word) => word.line === number?.line).map((word) => word.text)).toContain('hiermit');
    // 300 dpi: one and a half pixels for each of the sheet's at 200 dpi.
    expect(number?.box.width).toBeGreaterThan(180);
    expect((number?.box.x ?? 0) + (number?.box.width ?? 0)).toBeLessThan(page.widthPx);
  });

  test('squares a standard-resolution fax and gives boxes in its own flat pixels', async () => {
    const page = await printPage(letterText, { xDpi: 204, yDpi: 98 });
    const read = await reader.read(page);
    expect(read.notes).toEqual(['squared 204x98 dpi']);
    expect(missingWords(letterText, read.text).length).toBeLessThanOrEqual(2);
    expect(Math.max(...read.words.map((word) => word.box.y))).toBeLessThan(page.heightPx / 2);
  });

  test.each([90, 180, 270] as const)('finds that a page lies turned by %d degrees', async (lies) => {
    const read = await reader.read(await printPage(letterText, { lies, xDpi: 200 }));
    expect(read.turn).toBe((360 - lies) % 360);
    expect(missingWords(letterText, read.text).length).toBeLessThanOrEqual(2);
  });

  test('straightens a skewed page and maps its words back', async () => {
    const read = await reader.read(await printPage(letterText, { lies: 4 }));
    expect(read.notes).toEqual([expect.stringMatching(/^straightened by -[34]\./)]);
    expect(missingWords(letterText, read.text).length).toBeLessThanOrEqual(2);
    const [first, last] = [
      read.words.find((word) => word.text === 'hiermit'),
      read.words.find((word) => word.text === 'zum'),
    ];
    // The line falls to the right, so its last word stands lower on the page as received.
    expect((last?.box.y ?? 0) - (first?.box.y ?? 0)).toBeGreaterThan(80);
  });

  test('calls an empty sheet blank and a sure thing', async () => {
    const read = await reader.read(await printPage(''));
    expect(read).toMatchObject({ blank: true, confidence: 1, text: '', words: [] });
  });

  test('survives the death of every child: each costs one page one retry', async () => {
    const page = await printPage(letterText, { xDpi: 200 });
    const before = reader.pids();
    const reading = Promise.all([reader.read(page), reader.read(page), reader.read(page)]);
    for (const pid of before) process.kill(pid, 'SIGKILL');
    for (const read of await reading) expect(read.text).toContain('6029481735');
    expect(reader.pids().filter((pid) => before.includes(pid))).toEqual([]);
  });
});

describe.each<[FaultName, string]>([
  ['crash', 'the process ended (SIGSEGV)'],
  ['hang', 'no answer within 1 s'],
  ['out-of-memory', 'the process ended'],
  ['garbage', 'the answer of the engine makes no sense'],
])('an engine with the fault %s', (engine, reason) => {
  test('is tried twice and then leaves the page to a person, in words', async () => {
    const timeoutMs = { base: engine === 'hang' ? 1000 : 60_000, perMegapixel: 0 };
    const reader = await createReader({ ...options, engine, timeoutMs, workers: 1 });
    const failure = await reader.read(await printPage('Guten Tag')).catch((error: unknown) => error);
    await reader.close();
    expect(failure).toBeInstanceOf(BadDocumentError);
    expect(failure).toMatchObject({ code: 'page-not-read', state: 'review' });
    expect(String(failure)).toContain('Seite 1 ließ sich auch beim zweiten Versuch nicht lesen');
    expect(String(failure)).toContain(reason);
  });
});

test.each(['native', 'canned-process'] as const)('a full disk blames no page (%s)', async (engine) => {
  const folder = await mkdtemp(join(tmpdir(), 'reader-'));
  vi.stubEnv('TMPDIR', folder);
  const reader = await createReader({ ...options, engine, workers: 1 });
  const [workDir = ''] = await readdir(folder);
  const file = join(folder, workDir, 'clean-0.tif');
  await symlink('/dev/full', file);
  const plain = await printPage('Guten Tag Frau Quast, wie geht es Ihnen?');
  const page = { ...plain, image: withCannedText(plain.image, ['Guten Tag Frau Quast']) };
  const failure = await reader.read(page).catch((error: unknown) => error);
  await rm(file);
  const read = await reader.read(page);
  await reader.close();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
  expect(failure).toBeInstanceOf(TemporaryError);
  expect(failure).toMatchObject({ code: 'ocr-no-room' });
  expect(read.text).toContain('Guten Tag');
});

describe('the canned engine', () => {
  test('gives the text that was written behind the image', async () => {
    const page = await printPage('Ein anderes Wort');
    const reader = await createReader({ ...options, engine: 'canned' });
    const read = await reader.read({
      ...page,
      image: withCannedText(page.image, ['Hallo  Welt\nzweite Zeile']),
    });
    await reader.close();
    expect(read.text).toBe('Hallo Welt\nzweite Zeile');
    expect(read.words.map((word) => word.line)).toEqual([0, 0, 1, 1]);
  });
});

describe('a reader', () => {
  let crashing: Reader;
  beforeAll(async () => {
    crashing = await createReader({ ...options, engine: 'crash', workers: 1 });
  });
  afterAll(() => crashing.close());

  test.each([
    ['page-too-large', 40_000, 100],
    ['page-too-large', 30_000, 30_000],
    ['page-too-small', 1, 1],
    ['page-too-small', 2000, 5],
  ])('refuses with %s a page of %d x %d pixels before decoding it', async (code, widthPx, heightPx) => {
    const page = { ...(await printPage('')), widthPx, heightPx };
    await expect(crashing.read(page)).rejects.toMatchObject({ code, state: 'review' });
  });

  test('replaces processes whose memory grew over the limit', async () => {
    const reader = await createReader({ ...options, engine: 'tesseract.js', workers: 1, maxRssMb: 1 });
    const page = await printPage('Guten Tag');
    await reader.read(page);
    expect(reader.pids()).toEqual([]);
    expect((await reader.read(page)).text).toBe('Guten Tag');
    await reader.close();
  });

  test('leaves an unreadable image to a person', async () => {
    const page = { ...(await printPage('')), image: Buffer.from('not an image') };
    await expect(crashing.read(page)).rejects.toMatchObject({ code: 'page-unreadable', state: 'review' });
  });

  test('is a temporary failure once it is closed, so that no page goes to a person for it', async () => {
    const reader = await createReader({ ...options, engine: 'hang', workers: 1 });
    const reading = expect(reader.read(await printPage(''))).rejects.toMatchObject({ code: 'ocr-closed' });
    const pids = reader.pids();
    await reader.close();
    await reading;
    for (const pid of pids) expect(isAlive(pid)).toBe(false);
  });

  test('refuses to start without the model, naming the setting', async () => {
    const starting = createReader({ ...options, engine: 'tesseract.js', modelDir: '/nowhere' });
    await expect(starting).rejects.toBeInstanceOf(MisconfigurationError);
    await expect(starting).rejects.toThrow('OCR_MODEL_DIR is /nowhere');
  });
});

test('children end by themselves when their parent is killed, even in the middle of a page', async () => {
  const program = fileURLToPath(new URL('testing/parent-with-reader.ts', import.meta.url));
  const parent = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [chunk] = (await once(parent.stdout, 'data')) as [Buffer];
  const pids = JSON.parse(chunk.toString()) as number[];
  expect(pids).toHaveLength(2);
  parent.kill('SIGKILL');
  await expect.poll(() => pids.filter(isAlive), { timeout: 20_000 }).toEqual([]);
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
