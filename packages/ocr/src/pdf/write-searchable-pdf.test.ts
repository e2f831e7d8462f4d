import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { ImagePage, ReadPage, TextPage, Word } from '@mailroom/core';
import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printPage } from '../testing/print-page.ts';
import { type PdfPage, writeSearchablePdf } from './write-searchable-pdf.ts';

const meta = {
  documentId: 'a1b2',
  title: 'Kündigung <eins> & zwei',
  createdAt: new Date('2026-11-22T10:00:00Z'),
};
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'mailroom-pdf-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

test('passes G4, JPEG and PNG through byte for byte', async () => {
  const g4 = await printPage('eins');
  const jpeg = await printPage('zwei', { format: 'jpeg' });
  const png = await printPage('drei', { format: 'png' });
  const streams = await imageStreams(await write([g4, jpeg, png].map((image) => pageOf(image, []))));
  expect(streams.map((stream) => stream.dict.get(PDFName.of('Filter'))?.toString())).toEqual([
    '/CCITTFaxDecode',
    '/DCTDecode',
    '/FlateDecode',
  ]);
  expect(g4.image.includes(Buffer.from(streams[0]?.contents ?? []))).toBe(true);
  expect(jpeg.image.equals(Buffer.from(streams[1]?.contents ?? []))).toBe(true);
  // IDAT chunks are joined, so the stream is not one piece of the file: its first rows are.
  expect(png.image.includes(Buffer.from((streams[2]?.contents ?? new Uint8Array()).subarray(0, 4000)))).toBe(
    true,
  );
});

test('codes what PDF does not know anew: strips, LZW, transparency, CMYK, half a file', async () => {
  const pixels = sharp((await printPage('vier', { format: 'png', xDpi: 100 })).image);
  const page = await printPage('vier', { xDpi: 100 });
  const coded: Buffer[] = [
    await pixels
      .clone()
      .threshold()
      .toColourspace('b-w')
      .tiff({ compression: 'ccittfax4', bitdepth: 1, tileHeight: 64 })
      .toBuffer(),
    await pixels.clone().tiff({ compression: 'lzw' }).toBuffer(),
    await pixels.clone().ensureAlpha(0.5).png().toBuffer(),
    await pixels.clone().toColourspace('cmyk').jpeg().toBuffer(),
    (await pixels.clone().jpeg().toBuffer()).subarray(0, 9000),
  ];
  const streams = await imageStreams(await write(coded.map((image) => pageOf({ ...page, image }, []))));
  const filters = streams.map((stream) => stream.dict.get(PDFName.of('Filter'))?.toString());
  expect(filters).toEqual(['/CCITTFaxDecode', '/DCTDecode', '/DCTDecode', '/DCTDecode', '/DCTDecode']);
  const cmyk = streams[3]?.dict.get(PDFName.of('ColorSpace'))?.toString();
  expect(cmyk).toBe('/DeviceRGB');
});

test('is a sound PDF whose words are found in reading order, also on a turned page', async () => {
  const page = await printPage('', { xDpi: 204, yDpi: 98 });
  const words = [word('Kündigung', 0, 100, 100), word('zum', 0, 378, 100), word('Jahresende', 1, 100, 160)];
  const sideways = words.map(({ box, ...rest }) => ({
    ...rest,
    // As the words lie on a page that has to be turned clockwise by 90 degrees.
    box: { x: box.y, y: page.heightPx - box.x - box.width, width: box.height, height: box.width },
  }));
  const pdf = await write([
    pageOf(page, words),
    { ...pageOf(page, sideways), read: { ...pageOf(page, sideways).read, turn: 90 } },
  ]);
  const file = save('words.pdf', pdf);
  expect(execFileSync('qpdf', ['--check', file]).toString()).toContain('No syntax or stream encoding errors');
  for (const number of ['1', '2']) {
    const text = execFileSync('pdftotext', ['-f', number, '-l', number, file, '-']).toString();
    expect(text.trim()).toBe('Kündigung zum\nJahresende');
  }
});

test('shows a mail in an embedded font, with unknown characters replaced and long lines wrapped', async () => {
  const text = `Grüße 😀 für 5 €\n\n${'sehr lange Zeile '.repeat(20)}\n${'x'.repeat(300)}`;
  const page: TextPage = { kind: 'text', number: 1, text, widthPx: 1654, heightPx: 2339, words: [] };
  const file = save('mail.pdf', await write([{ image: page, read: { ...read(page), source: 'text' } }]));
  const shown = execFileSync('pdftotext', ['-raw', file, '-']).toString();
  expect(shown).toContain('Grüße ? für 5 €');
  expect(shown.match(/sehr lange Zeile/g)?.length).toBeGreaterThan(15);
  expect(execFileSync('pdffonts', [file]).toString()).toMatch(/Arimo.*Identity-H\s+yes/);
});

test('is PDF/A: valid for PDFBox when it is labelled as the part that PDFBox knows', async () => {
  const image = await printPage('Guten Tag');
  const mail: TextPage = {
    kind: 'text',
    number: 2,
    text: 'Guten Tag',
    widthPx: 1654,
    heightPx: 2339,
    words: [],
  };
  const pages = [pageOf(image, [word('Guten', 0, 10, 10)]), { image: mail, read: read(mail) }];
  const pdf = (await write(pages)).toString('latin1');
  const partOne = pdf.replace('<pdfaid:part>2<', '<pdfaid:part>1<').replace('%PDF-1.7', '%PDF-1.4');
  expect(pdf).toContain('<pdfaid:part>2<');
  const file = save('part1.pdf', Buffer.from(partOne, 'latin1'));
  expect(preflight(file)).toContain('is a valid PDF/A-1b file');
});

test('gives the same bytes for the same pages', async () => {
  const page = pageOf(await printPage('fünf'), [word('fünf', 0, 5, 5)]);
  expect((await write([page])).equals(await write([page]))).toBe(true);
});

test('gives a document without pages one empty page', async () => {
  expect((await PDFDocument.load(await write([]))).getPageCount()).toBe(1);
});

function write(pages: readonly PdfPage[]): Promise<Buffer> {
  return writeSearchablePdf(
    (async function* () {
      yield* pages;
    })(),
    meta,
  );
}

function pageOf(image: ImagePage, words: readonly Word[]): PdfPage {
  return { image, read: { ...read(image), xDpi: image.xDpi, yDpi: image.yDpi, words } };
}

function read({
  number,
  widthPx,
  heightPx,
}: {
  number: number;
  widthPx: number;
  heightPx: number;
}): ReadPage {
  const nothing = { text: '', words: [], confidence: 1, blank: false, notes: [] };
  return { number, source: 'ocr', widthPx, heightPx, xDpi: 200, yDpi: 200, turn: 0, ...nothing };
}

function word(text: string, line: number, x: number, y: number): Word {
  return { text, line, box: { x, y, width: text.length * 30, height: 24 }, confidence: 0.9 };
}

async function imageStreams(pdf: Buffer): Promise<PDFRawStream[]> {
  const objects = (await PDFDocument.load(pdf)).context
    .enumerateIndirectObjects()
    .map(([, object]) => object);
  return objects
    .filter((object) => object instanceof PDFRawStream)
    .filter((stream) => stream.dict.get(PDFName.of('Subtype')) === PDFName.of('Image'));
}

function save(name: string, bytes: Buffer): string {
  const file = join(dir, name);
  writeFileSync(file, bytes);
  return file;
}

/** Debian: libpdfbox2-java libactivation-java libjaxb-api-java default-jre-headless; `npm test` fetches them. */
function preflight(file: string): string {
  const jars = [
    'preflight',
    'pdfbox2',
    'fontbox2',
    'xmpbox',
    'commons-logging',
    'commons-io',
    'javax.activation',
    'jaxb-api',
  ];
  const folders = (process.env['JAVA_LIBRARIES'] ?? '/usr/share/java').split(delimiter);
  const path = jars.flatMap((jar) => folders.map((folder) => join(folder, `${jar}.jar`))).join(delimiter);
  return execFileSync('java', ['-cp', path, 'org.apache.pdfbox.preflight.Validator_A1b', file]).toString();
}
