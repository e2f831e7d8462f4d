import { deflateSync } from 'node:zlib';
import {
  degrees,
  PDFDocument,
  PDFName,
  PDFNumber,
  rgb,
  StandardFonts,
  setTextRenderingMode,
  TextRenderingMode,
} from 'pdf-lib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { jbig2OfG4 } from '../fixtures/jbig2.ts';
import { asImage, open } from '../fixtures/pages-of.ts';
import { drawImage, pdfOf } from '../fixtures/pdf-of-images.ts';
import { decodedPixels, g4Data, jpegPage, pagePixels } from '../fixtures/pictures.ts';

const width = 1654;
const height = 2339;
const grey = { ColorSpace: 'DeviceGray', BitsPerComponent: 8 };
const bilevel = { ColorSpace: 'DeviceGray', BitsPerComponent: 1 };

async function jpegSource() {
  return { data: await jpegPage(width, height), width, height, dictionary: { ...grey, Filter: 'DCTDecode' } };
}

function g4Source(
  data: Buffer,
  parameters: Record<string, number | boolean>,
  more: Record<string, number[]> = {},
) {
  const DecodeParms = { K: -1, Columns: width, Rows: height, ...parameters };
  return { data, width, height, dictionary: { ...bilevel, Filter: 'CCITTFaxDecode', DecodeParms, ...more } };
}

test('a scanned page is its JPEG byte by byte, with the resolution in which it is drawn', async () => {
  const source = await jpegSource();
  const { document, pages } = await open(await pdfOf([(page) => drawImage(page, source)]));
  expect(document).toMatchObject({ mediaType: 'application/pdf', pageCount: 1, notes: [] });
  expect(pages).toMatchObject([
    { kind: 'image', number: 1, widthPx: width, heightPx: height, xDpi: 200, yDpi: 200 },
  ]);
  expect(asImage(pages[0]).image.equals(source.data)).toBe(true);
});

test('a fax page is its G4 data in a TIFF, pixel by pixel, also with the colours changed twice', async () => {
  const data = await g4Data(width, height);
  for (const source of [g4Source(data, {}), g4Source(data, { BlackIs1: true }, { Decode: [1, 0] })]) {
    const { pages } = await open(await pdfOf([(page) => drawImage(page, source)]));
    const { image } = asImage(pages[0]);
    expect(image.indexOf(data)).toBeGreaterThan(0);
    expect((await decodedPixels(image)).equals(await pagePixels(width, height))).toBe(true);
  }
});

test('BlackIs1 alone shows black as white, as viewers do', async () => {
  const source = g4Source(await g4Data(width, height), { BlackIs1: true });
  const { pages } = await open(await pdfOf([(page) => drawImage(page, source)]));
  const [corner] = await decodedPixels(asImage(pages[0]).image);
  expect(corner).toBe(255);
});

test('deflated grey and bilevel pixels come out exactly', async () => {
  const pixels = await pagePixels(width, height);
  const source = { data: deflateSync(pixels), width, height, dictionary: { ...grey, Filter: 'FlateDecode' } };
  const { pages } = await open(await pdfOf([(page) => drawImage(page, source)]));
  expect((await decodedPixels(asImage(pages[0]).image)).equals(pixels)).toBe(true);
});

test('a JBIG2 page coded with MMR, which pdfium draws white, comes out exactly', async () => {
  const data = jbig2OfG4(await g4Data(width, height), width, height);
  const source = { data, width, height, dictionary: { ...bilevel, Filter: 'JBIG2Decode' } };
  const { pages } = await open(await pdfOf([(page) => drawImage(page, source)]));
  expect(asImage(pages[0]).damage).toBeUndefined();
  expect((await decodedPixels(asImage(pages[0]).image)).equals(await pagePixels(width, height))).toBe(true);
});

test('a JBIG2 page that comes out white although it holds an image says so', async () => {
  const half = jbig2OfG4(await g4Data(width, height), width, height - 1);
  const source = { data: half, width, height, dictionary: { ...bilevel, Filter: 'JBIG2Decode' } };
  const { pages } = await open(await pdfOf([(page) => drawImage(page, source)]));
  expect(asImage(pages[0]).damage).toMatch(/leer dargestellt/);
});

test('page rotation, a turned image and /UserUnit are told', async () => {
  const source = await jpegSource();
  const pdf = await pdfOf([
    (page) => {
      page.setRotation(degrees(90));
      drawImage(page, source);
    },
    (page) => drawImage(page, source, [0, 842, -595, 0, 595, 0]),
    (page) => {
      page.node.set(PDFName.of('UserUnit'), PDFNumber.of(2));
      page.setSize(297.5, 421);
      drawImage(page, source);
    },
  ]);
  const { pages } = await open(pdf);
  expect(pages).toMatchObject([{ turn: 90, xDpi: 200 }, { turn: 270 }, { turn: 0, xDpi: 200, yDpi: 200 }]);
});

test('an invisible text layer over a scan is left aside', async () => {
  const source = await jpegSource();
  const pdf = await pdfOf([
    async (page) => {
      drawImage(page, source);
      page.setFont(await page.doc.embedFont(StandardFonts.Helvetica));
      page.pushOperators(setTextRenderingMode(TextRenderingMode.Invisible));
      page.drawText('Hiermit kündige ich meinen Vertrag Nummer 4711.', { x: 60, y: 500 });
    },
  ]);
  const { pages } = await open(pdf);
  expect(asImage(pages[0]).image.equals(source.data)).toBe(true);
});

test('two images on one page are drawn together', async () => {
  const source = await jpegSource();
  const halves = (y: number) => [595, 0, 0, 421, 0, y];
  const pdf = await pdfOf([
    (page) => {
      drawImage(page, source, halves(0));
      drawImage(page, source, halves(421));
    },
  ]);
  const { pages } = await open(pdf);
  const { image, xDpi } = asImage(pages[0]);
  const { data, info } = await sharp(image).greyscale().raw().toBuffer({ resolveWithObject: true });
  expect(xDpi).toBe(200);
  const dark = (y: number) => (data[Math.round(y * info.height) * info.width + 5] ?? 255) < 128;
  expect([dark(0.02), dark(0.3), dark(0.52), dark(0.8)]).toEqual([true, false, true, false]);
});

test('born-digital text needs no picture: words with their boxes at 200 dpi', async () => {
  const pdf = await pdfOf([
    async (page) => {
      page.setFont(await page.doc.embedFont(StandardFonts.Helvetica));
      page.drawText('Hiermit kündige ich', { x: 72, y: 720, size: 12 });
      page.drawText('Kundennummer 6029481735', { x: 72, y: 700, size: 12 });
      page.drawText('außerhalb der Seite', { x: 72, y: 2000, size: 12 });
    },
  ]);
  const { pages } = await open(pdf);
  const [page] = pages;
  expect(page).toMatchObject({
    kind: 'text',
    text: 'Hiermit kündige ich\nKundennummer 6029481735',
    widthPx: 1653,
  });
  if (page?.kind !== 'text') throw new TypeError('not a text page');
  const [first] = page.words;
  expect(page.words.map(({ text, line }) => `${line} ${text}`)).toContain('1 6029481735');
  expect(first?.box.x).toBeCloseTo(200, -1);
  expect(first?.box.y).toBeGreaterThan(305);
  expect((first?.box.y ?? 0) + (first?.box.height ?? 0)).toBeLessThan(345);
});

test('what was typed into form fields is text of the page', async () => {
  const pdf = await pdfOf([
    (page) => {
      const field = page.doc.getForm().createTextField('number');
      field.setText('Vertrag NW441788213 kündigen');
      field.addToPage(page, { x: 60, y: 600, width: 300, height: 20 });
    },
  ]);
  const { pages } = await open(pdf);
  expect(pages).toMatchObject([{ kind: 'text', text: 'Vertrag NW441788213 kündigen' }]);
});

test('a page without text and images is drawn', async () => {
  const pdf = await pdfOf([
    (page) => page.drawRectangle({ x: 100, y: 100, width: 200, height: 200, color: rgb(0, 0, 0) }),
    () => undefined,
  ]);
  const { pages } = await open(pdf);
  expect(pages).toMatchObject([
    { kind: 'image', xDpi: 200 },
    { kind: 'image', xDpi: 200 },
  ]);
  expect(asImage(pages[1]).damage).toBeUndefined();
});

test('a file cut off at its end keeps all pages and says so', async () => {
  const source = await jpegSource();
  const pdf = await pdfOf([1, 2, 3].map(() => (page) => drawImage(page, source)));
  const { document, pages } = await open(pdf.subarray(0, pdf.lastIndexOf('xref') - 10));
  expect(document.notes).toEqual([expect.stringMatching(/wiederhergestellt/)]);
  expect(pages).toHaveLength(3);
  expect(asImage(pages[2]).damage).toMatch(/es können Seiten fehlen/);
});

test('a file cut off in the middle keeps the pages before, without any table of contents', async () => {
  const source = await jpegSource();
  const objects = [1, 4].flatMap((number) => [
    `${number} 0 obj\n<</Type/Page/MediaBox[0 0 595 842]/Contents ${number + 1} 0 R/Resources<</XObject<</I ${number + 2} 0 R>>>>>>\nendobj\n`,
    `${number + 1} 0 obj\n<</Length 27>>stream\nq 595 0 0 842 0 0 cm /I Do Q\nendstream\nendobj\n`,
    `${number + 2} 0 obj\n<</Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode/Length ${source.data.length}>>stream\n`,
    source.data.toString('latin1'),
    '\nendstream\nendobj\n',
  ]);
  const whole = Buffer.from(`%PDF-1.4\n${objects.join('')}`, 'latin1');
  const { pages } = await open(whole.subarray(0, whole.length - 30_000));
  expect(pages).toHaveLength(2);
  expect(asImage(pages[0]).image.equals(source.data)).toBe(true);
  expect(asImage(pages[1]).damage).toBeDefined();
});

test('a file that is only a header is damaged', async () => {
  await expect(open('%PDF-1.7\nnothing')).rejects.toMatchObject({ code: 'damaged', message: /^Das PDF ist/ });
});

test('a file with a password goes to a person', async () => {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  const key = pdf.context.obj({ Filter: 'Standard', V: 1, R: 2, P: -4 });
  for (const name of ['O', 'U']) key.set(PDFName.of(name), pdf.context.obj(Array(0)));
  pdf.context.trailerInfo.Encrypt = pdf.context.register(key);
  const bytes = Buffer.from(await pdf.save({ useObjectStreams: false }));
  const locked = bytes.toString('latin1').replace(/\[ *\]/g, `<${'ab'.repeat(32)}>`);
  await expect(open(Buffer.from(locked, 'latin1'))).rejects.toMatchObject({
    code: 'encrypted',
    state: 'review',
  });
});

test('more pages than allowed go to a person', async () => {
  const pdf = pdfOf([1, 2, 3].map(() => () => undefined));
  await expect(open(await pdf, { maxPages: 2 })).rejects.toMatchObject({ code: 'too-many-pages' });
});

test('an image beyond the limit is not decoded', async () => {
  const source = { data: deflateSync(Buffer.alloc(10)), width: 100_000, height: 100_000 };
  const pdf = pdfOf([
    (page) => drawImage(page, { ...source, dictionary: { ...grey, Filter: 'FlateDecode' } }),
  ]);
  await expect(open(await pdf)).rejects.toMatchObject({ code: 'too-large' });
});
