import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { asImage, open } from '../fixtures/pages-of.ts';
import { jpegPage } from '../fixtures/pictures.ts';

test('a JPEG is handed on byte by byte', async () => {
  const jpeg = await jpegPage(620, 877);
  const { document, pages } = await open(jpeg);
  expect(document).toMatchObject({ mediaType: 'image/jpeg', pageCount: 1 });
  expect(asImage(pages[0])).toMatchObject({ number: 1, widthPx: 620, heightPx: 877, turn: 0 });
  expect(asImage(pages[0]).image).toEqual(jpeg);
});

test.each([
  [3, 180],
  [6, 90],
  [8, 270],
])('EXIF orientation %i is shown upright by a turn of %i', async (orientation, turn) => {
  const { pages } = await open(await jpegPage(300, 200, orientation));
  expect(pages).toMatchObject([{ turn, widthPx: 300, heightPx: 200 }]);
});

test('PNG, WebP and GIF open as well', async () => {
  const image = sharp(await jpegPage(300, 200));
  for (const bytes of await Promise.all([
    image.png().toBuffer(),
    image.webp().toBuffer(),
    image.gif().toBuffer(),
  ])) {
    const { pages } = await open(bytes);
    expect(pages).toMatchObject([{ kind: 'image', widthPx: 300, heightPx: 200 }]);
  }
});

test('half a JPEG keeps what there is and says so', async () => {
  const jpeg = await jpegPage(620, 877);
  const { pages } = await open(jpeg.subarray(0, jpeg.length / 2));
  expect(asImage(pages[0]).damage).toMatch(/ein Teil kann fehlen/);
});

test('a PNG of 100,000 x 100,000 is refused by its header', async () => {
  const png = await sharp(await jpegPage(30, 20))
    .png()
    .toBuffer();
  png.writeUInt32BE(100_000, 16);
  png.writeUInt32BE(100_000, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  await expect(open(png)).rejects.toMatchObject({ code: 'too-large', message: /100.000 x 100.000/ });
});

test('a JPEG without a picture is damaged', async () => {
  await expect(open(Buffer.from('ffd8ffe000104a46', 'hex'))).rejects.toMatchObject({ code: 'damaged' });
});

test('a JPEG 2000 file is named and refused', async () => {
  const jp2 = Buffer.from('0000000c6a5020200d0a870a', 'hex');
  await expect(open(jp2)).rejects.toMatchObject({
    code: 'unsupported-format',
    message: /ein JPEG-2000-Bild/,
  });
});
