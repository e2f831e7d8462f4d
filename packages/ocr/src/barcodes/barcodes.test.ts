import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ImagePage } from '@mailroom/core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';
import { cleanPage } from '../cleaning/clean-page.ts';
import { letterText, printPage } from '../testing/print-page.ts';
import { looksLikeBarcode } from './looks-like-barcode.ts';
import { readBarcodes } from './read-barcodes.ts';

/** A franked letter with a label of 300 dpi stuck on it, its narrow bars `modulePx` wide. */
async function labelled(
  code: string,
  { modulePx, lies = 0 }: { modulePx: number; lies?: number },
): Promise<ImagePage> {
  const wasm = await readFile(fileURLToPath(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm')));
  await prepareZXingModule({
    overrides: { wasmBinary: Uint8Array.from(wasm).buffer },
    fireImmediately: true,
  });
  const label = await drawn(code, 'Code128', { modulePx, heightPx: 150, lies });
  // The post franks letters with one; ours says what an internet stamp of Deutsche Post does.
  const franking = await drawn('DEA0000001D5F0EC\0\x03\x85', 'DataMatrix', { modulePx: 8 });
  const page = await printPage(letterText, { format: 'png' });
  const image = await sharp(page.image)
    .composite([
      { input: label, left: 1200, top: 300 },
      { input: franking, left: 1900, top: 80 },
    ])
    .jpeg()
    .toBuffer();
  return { ...page, image };
}

async function drawn(
  text: string,
  format: 'Code128' | 'DataMatrix',
  { modulePx, heightPx, lies = 0 }: { modulePx: number; heightPx?: number; lies?: number },
): Promise<Buffer> {
  const { symbol } = await writeBarcode(text, { format });
  const { data, width, height } = symbol;
  return sharp(Buffer.from(data), { raw: { width, height, channels: 1 } })
    .extractChannel(0)
    .resize(width * modulePx, heightPx ?? height * modulePx, { kernel: 'nearest', fit: 'fill' })
    .rotate(lies, { background: 'white' })
    .png()
    .toBuffer();
}

test.each([{ modulePx: 3 }, { modulePx: 4, lies: 2 }])(
  'the label of a registered letter is found and read: %j',
  async (how) => {
    const page = await labelled('RR123456785DE', how);
    expect(looksLikeBarcode((await cleanPage(page)).raster)).toBe(true);
    expect(await readBarcodes(page)).toEqual(['RR123456785DE']);
  },
);

test('other codes are left alone, and print does not look like one', async () => {
  expect(await readBarcodes(await labelled('MRT00004142', { modulePx: 3 }))).toEqual([]);
  const page = await printPage(letterText);
  expect(looksLikeBarcode((await cleanPage(page)).raster)).toBe(false);
});
