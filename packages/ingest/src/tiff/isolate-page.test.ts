import sharp from 'sharp';
import { expect, test } from 'vitest';
import { g4Data } from '../fixtures/pictures.ts';
import { tiffOfPages } from '../fixtures/tiff-of-pages.ts';
import { isolatePage } from './isolate-page.ts';
import { readDirectories } from './read-directories.ts';

/** Each page of a multi-page file, alone, must show the same pixels as within the file. */
async function expectSamePixels(bytes: Buffer): Promise<void> {
  const { directories } = readDirectories(bytes, 100);
  expect(directories.length).toBeGreaterThan(1);
  for (const [page, { offset }] of directories.entries()) {
    const alone = isolatePage(bytes, offset);
    if (!alone) throw new Error(`page ${page} could not be isolated`);
    expect(alone.length).toBeLessThan(bytes.length);
    expect((await sharp(alone).metadata()).pages).toBe(1);
    const [within, isolated] = await Promise.all([
      sharp(bytes, { page }).greyscale().raw().toBuffer(),
      sharp(alone).greyscale().raw().toBuffer(),
    ]);
    expect(isolated.equals(within)).toBe(true);
  }
}

test.each(['lzw', 'jpeg', 'deflate', 'none'] as const)(
  'pages of a %s TIFF keep their pixels',
  async (compression) => {
    const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
    const create = { width: 300, height: 800, channels: 3, background: 'white', noise } as const;
    const { data, info } = await sharp({ create }).raw().toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: info.channels, pageHeight: 400 };
    await expectSamePixels(await sharp(data, { raw }).tiff({ compression }).toBuffer());
  },
);

test('pages of a fax keep their pixels', async () => {
  const page = { width: 400, height: 300, data: await g4Data(400, 300), compression: 4 } as const;
  await expectSamePixels(tiffOfPages([page, { ...page, xDpi: 204, yDpi: 98 }]));
});

test('a page whose pixels lie outside of the file is left to the whole file', async () => {
  const bytes = await sharp({ create: { width: 50, height: 50, channels: 3, background: 'white' } })
    .tiff()
    .toBuffer();
  const [directory] = readDirectories(bytes, 1).directories;
  expect(isolatePage(bytes.subarray(0, bytes.length - 40), directory?.offset ?? 0)).toBeUndefined();
});
