import { expect, test } from 'vitest';
import { asImage, open } from '../fixtures/pages-of.ts';
import { decodedPixels, g4Data, pagePixels } from '../fixtures/pictures.ts';
import { type TiffPageSource, tiffOfPages } from '../fixtures/tiff-of-pages.ts';

const width = 400;
const height = 300;

async function page(more: Partial<TiffPageSource> = {}): Promise<TiffPageSource> {
  return { width, height, data: await g4Data(width, height), compression: 4, ...more };
}

test('every page of a fax has both its resolutions and its own place in the file', async () => {
  const tiff = tiffOfPages([await page({ xDpi: 204, yDpi: 98 }), await page({ xDpi: 204, yDpi: 196 })]);
  const { document, pages } = await open(tiff);
  expect(document).toMatchObject({ mediaType: 'image/tiff', pageCount: 2, notes: [] });
  expect(pages).toMatchObject([
    { number: 1, subImage: 0, xDpi: 204, yDpi: 98, widthPx: width, heightPx: height, turn: 0 },
    { number: 2, subImage: 0, xDpi: 204, yDpi: 196 },
  ]);
  expect((await decodedPixels(tiff, 1)).equals(await pagePixels(width, height))).toBe(true);
});

test('a page without a resolution and 1728 columns is taken for a fax', async () => {
  const data = await g4Data(1728, 1100);
  const { pages } = await open(tiffOfPages([{ width: 1728, height: 1100, data, compression: 4 }]));
  expect(pages).toMatchObject([{ xDpi: 204, yDpi: 98 }]);
});

test('thumbnails are skipped', async () => {
  const thumbnail = await page({ tags: { 254: 1 } });
  const { pages } = await open(tiffOfPages([await page(), thumbnail, await page()]));
  expect(pages).toMatchObject([
    { number: 1, subImage: 0 },
    { number: 2, subImage: 0 },
  ]);
});

test('an orientation becomes a turn, a mirrored page is mirrored back', async () => {
  const { pages } = await open(
    tiffOfPages([await page({ tags: { 274: 6 } }), await page({ tags: { 274: 2 } })]),
  );
  expect(pages).toMatchObject([
    { turn: 90, subImage: 0 },
    { turn: 0, subImage: 0 },
  ]);
  const [first] = await decodedPixels(asImage(pages[1]).image);
  expect(first).toBe(255);
});

test('a page that cannot be decoded becomes a white one that says so, and the others stay', async () => {
  const broken = await page({ data: Buffer.alloc(0), compression: 1 });
  const { pages } = await open(tiffOfPages([await page(), broken, await page()]));
  expect(pages).toHaveLength(3);
  expect(asImage(pages[1]).damage).toMatch(/Seite 2 ist beschädigt/);
  expect(asImage(pages[2]).damage).toBeUndefined();
});

test('a file cut off in its pixels keeps what there is and says so', async () => {
  const data = await pagePixels(width, height);
  const tiff = tiffOfPages([{ width, height, data, compression: 1 }]);
  const { pages } = await open(tiff.subarray(0, tiff.length - 60_000));
  expect(asImage(pages[0]).damage).toMatch(/beschädigt/);
});

test('a file cut off between its pages, or whose pages go in a circle, keeps the pages before', async () => {
  for (const link of [1_000_000, 8]) {
    const { document, pages } = await open(tiffOfPages([await page()], link));
    expect(document.notes).toEqual([expect.stringMatching(/bricht vorzeitig ab/)]);
    expect(asImage(pages[0]).damage).toMatch(/es können Seiten fehlen/);
  }
});

test('a size that no scanner makes is refused before anything is decoded', async () => {
  const huge = await page({ width: 100_000, height: 100_000 });
  await expect(open(tiffOfPages([huge]))).rejects.toMatchObject({ code: 'too-large', state: 'rejected' });
});

test('more pages than allowed go to a person', async () => {
  const one = await page();
  const pages = open(tiffOfPages([one, one, one]), { maxPages: 2 });
  await expect(pages).rejects.toMatchObject({ code: 'too-many-pages', state: 'review' });
});

test('eight bytes of TIFF are damaged', async () => {
  await expect(open(Buffer.from('II*\0\xff\0\0\0', 'latin1'))).rejects.toMatchObject({ code: 'damaged' });
});
