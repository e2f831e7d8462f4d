import sharp from 'sharp';
import { expect, test } from 'vitest';
import { open } from '../fixtures/pages-of.ts';
import { decodedPixels } from '../fixtures/pictures.ts';
import { blankPage, letterPage, pdfStack, scanned, tiffStack } from '../fixtures/scanned-sheets.ts';
import { openDocument } from '../open-document.ts';
import { hasPatchT } from './find-patch-t.ts';
import { drawSheets, printSheets } from './print-sheets.ts';
import { splitStack } from './split-stack.ts';

const splitting = (bytes: Buffer) =>
  splitStack(bytes, 'stack', (one, fileName) => openDocument(one, { fileName }));

async function split(bytes: Buffer) {
  const found = await splitting(bytes);
  return found.kind === 'parts' ? found.parts : undefined;
}

async function sheets(count: number): Promise<readonly Buffer[]> {
  return scanned(await printSheets({ first: 41, count }));
}

const ranges = (parts: Awaited<ReturnType<typeof split>>) =>
  parts?.map(({ first, last }) => `${first}-${last}`);

test('a TIFF stack is cut at its sheets, the pages keep their pixels, twice the same', async () => {
  const [one, two] = await sheets(2);
  if (!one || !two) throw new Error('two sheets were printed');
  const letter = await letterPage();
  const stack = await tiffStack([one, letter, letter, two, await blankPage(), letter]);
  const parts = await split(stack);
  expect(ranges(parts)).toEqual(['2-3', '6-6']);
  const { document, pages } = await open(parts?.[0]?.bytes ?? '');
  expect(document.pageCount).toBe(2);
  const [first, second] = pages;
  if (first?.kind !== 'image' || second?.kind !== 'image') throw new TypeError('expected images');
  expect(first.xDpi).toBeCloseTo(200, 0);
  for (const { image, subImage } of [first, second]) {
    expect((await decodedPixels(image, subImage)).equals(await decodedPixels(letter))).toBe(true);
  }
  expect((await split(stack))?.map(({ bytes }) => bytes)).toEqual(parts?.map(({ bytes }) => bytes));
});

test('a PDF stack is cut likewise, and its parts are the same bytes each time', async () => {
  const [sheet] = await sheets(1);
  const letter = await letterPage();
  const stack = await pdfStack([letter, sheet ?? letter, letter, letter]);
  const parts = await split(stack);
  expect(ranges(parts)).toEqual(['1-1', '3-4']);
  expect((await open(parts?.[1]?.bytes ?? '')).pages).toHaveLength(2);
  expect((await split(stack))?.map(({ bytes }) => bytes)).toEqual(parts?.map(({ bytes }) => bytes));
});

test.each([0, 90, 180, 270, 2])('a speckled sheet turned by %d degrees separates', async (turn) => {
  const [sheet] = await scanned(await printSheets({ first: 7, count: 1 }), { turn, speckles: true });
  const letter = await letterPage();
  expect(ranges(await split(await tiffStack([letter, sheet ?? letter, letter])))).toEqual(['1-1', '3-3']);
});

test('a wrong code is never swallowed', async () => {
  const [wrong] = await scanned(await drawSheets(['MRT00004142']));
  const letter = await letterPage();
  const parts = await split(await tiffStack([letter, wrong ?? letter, letter]));
  expect(ranges(parts)).toEqual(['1-1', '2-3']);
  for (const part of parts ?? [])
    expect(part.doubt).toMatch(/Auf Seite 2 .* falschem Code \(„MRT00004142“\)/);
});

test('what holds sheets and cannot be cut is for a person', async () => {
  const [sheet] = await sheets(1);
  const nothingElse = await tiffStack([sheet ?? (await letterPage()), sheet ?? (await letterPage())]);
  expect(await splitting(nothingElse)).toMatchObject({
    kind: 'whole',
    doubt: expect.stringMatching(/Trennblätter/),
  });
});

test('a file without sheets stays as it is', async () => {
  const letter = await letterPage();
  expect(await splitting(await tiffStack([letter, letter]))).toEqual({ kind: 'unseparated' });
  expect(await splitting(await sharp(letter).jpeg().toBuffer())).toEqual({ kind: 'whole' });
});

test('Patch T separates by itself; other patches, shorter bars and tables do not', () => {
  expect(hasPatchT(bars([8, 8, 20, 8, 8, 8, 20]))).toBe(true);
  expect(hasPatchT(bars([8, 8, 20, 8, 8, 8, 20], 150))).toBe(false);
  expect(hasPatchT(bars([20, 8, 8, 8, 8, 8, 20]))).toBe(false);
  expect(hasPatchT(bars([20, 8, 8, 8, 20, 8, 8]))).toBe(false);
  expect(hasPatchT(bars([8, 8, 8, 8, 8, 8, 8]))).toBe(false);
});

/** Bars and spaces across a page of 100 dpi, in hundredths of an inch, so many pixels long. */
function bars(runs: readonly number[], length = 400) {
  const [width, height] = [827, 1169];
  const data = new Uint8Array(width * height).fill(255);
  let y = 60;
  for (const [index, run] of runs.entries()) {
    for (let row = y; row < y + run && index % 2 === 0; row += 1)
      data.fill(0, row * width + 200, row * width + 200 + length);
    y += run;
  }
  return { data, width, height, dpi: 100 };
}
