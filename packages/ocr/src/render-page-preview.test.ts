import sharp from 'sharp';
import { expect, test } from 'vitest';
import { renderPagePreview } from './render-page-preview.ts';
import { letterText, printPage } from './testing/print-page.ts';

test('a standard fax is shown with square pixels, 1240 wide', async () => {
  const preview = await renderPagePreview(await printPage(letterText, { xDpi: 204, yDpi: 98 }));
  const { format, width, height } = await sharp(preview).metadata();
  expect({ format, width }).toEqual({ format: 'webp', width: 1240 });
  expect(height).toBeGreaterThan(1740);
  expect(height).toBeLessThan(1770);
});

test('a sideways page is shown upright, by its own turn or by the one that reading found', async () => {
  const page = await printPage(letterText, { lies: 90, xDpi: 100 });
  const shown = await sharp(await renderPagePreview(page, 270)).metadata();
  const same = await sharp(await renderPagePreview({ ...page, turn: 270 })).metadata();
  expect(shown.height).toBeGreaterThan(shown.width);
  expect(same).toMatchObject({ width: shown.width, height: shown.height });
});

test('a mail is drawn without any font on the machine', async () => {
  const page = { kind: 'text' as const, number: 1, text: 'Grüße', widthPx: 1654, heightPx: 2339, words: [] };
  const { channels } = await sharp(await renderPagePreview(page))
    .greyscale()
    .stats();
  expect(channels[0]?.min).toBeLessThan(60);
});
