import { expect, test } from 'vitest';
import { letterText, printPage } from '../testing/print-page.ts';
import { cleanPage } from './clean-page.ts';
import { resolutionOf } from './resolution.ts';

test.each(['g4', 'jpeg', 'png'] as const)(
  'a clean %s page is only brought to 160 dpi and cut to its print',
  async (format) => {
    const page = await printPage(letterText, { format });
    const { raster, map, notes, sideways } = await cleanPage(page);
    expect({ notes, sideways }).toEqual({ notes: [], sideways: false });
    expect([300 / map.a, 300 / map.d].map(Math.round)).toEqual([160, 160]);
    // The print begins 0.8 inches from the edge; a margin of 40 pixels is left.
    expect(Math.abs(map.e / map.a - (0.8 * 160 - 40))).toBeLessThan(12);
    expect(raster.heightPx).toBeLessThan(1500);
  },
);

test('a small image of unknown resolution is enlarged as if it were A4', async () => {
  const page = { ...(await printPage(letterText, { format: 'jpeg', xDpi: 96 })), xDpi: 72, yDpi: 72 };
  const { map, notes } = await cleanPage(page);
  expect(96 / map.a).toBeGreaterThan(190);
  expect(notes).toEqual(['resolution guessed as 96 dpi']);
});

test('noise is cleared, and umlaut dots of a standard fax stay', async () => {
  const page = await printPage(letterText, { xDpi: 204, yDpi: 98, spoil: sprinkle });
  const { notes } = await cleanPage(page);
  expect(notes).toEqual(['squared 204x98 dpi', expect.stringMatching(/^cleared noise \(\d+ specks/)]);
});

test('white on black is inverted', async () => {
  const page = await printPage(letterText, { format: 'jpeg', spoil: invert });
  const { raster, notes } = await cleanPage(page);
  expect(notes).toEqual(['inverted white on black']);
  expect(raster.grey[0]).toBeGreaterThan(240);
});

test("a scanner's dark edges are removed and the print beside them stays", async () => {
  const page = await printPage(letterText, { spoil: blackenLeftEdge });
  const { raster, map, notes } = await cleanPage(page);
  expect(notes).toEqual(['removed dark borders']);
  expect(map.e).toBeGreaterThan(60);
  expect(raster.grey[raster.widthPx * 500 + 3]).toBe(255);
});

test('half a file gives the half there is, and says so', async () => {
  const page = await printPage(letterText, { format: 'jpeg' });
  const half = { ...page, image: page.image.subarray(0, page.image.length / 2) };
  expect((await cleanPage(half)).notes).toContain(
    'the image file is damaged; part of the page may be missing',
  );
});

test('lines that run from top to bottom are noticed', async () => {
  expect((await cleanPage(await printPage(letterText, { lies: 90 }))).sideways).toBe(true);
});

test('a white sheet has no ink; a black one is not taken for an empty one', async () => {
  const black = await cleanPage(await printPage('', { spoil: (grey) => grey.fill(0) }));
  const white = await cleanPage(await printPage(''));
  expect([black.inkRatio, white.inkRatio]).toEqual([1, 0]);
});

test.each([
  [{ widthPx: 1654, heightPx: 2339, xDpi: 200, yDpi: 200 }, 200],
  [{ widthPx: 3024, heightPx: 4032, xDpi: 72, yDpi: 72 }, 366],
  [{ widthPx: 4032, heightPx: 3024, xDpi: 72, yDpi: 72 }, 366],
  [{ widthPx: 2480, heightPx: 3508, xDpi: 0, yDpi: 0 }, 300],
  [{ widthPx: 2480, heightPx: 3508, xDpi: 96, yDpi: 96 }, 300],
])('%o is taken as %d dpi', (page, dpi) => {
  expect(Math.round(resolutionOf(page).xDpi)).toBe(dpi);
});

/** Flips about 0.15 % of the pixels, always the same ones. */
function sprinkle(grey: Buffer): void {
  for (let at = 0, step = 1; at < grey.length; at += step) {
    grey[at] = (grey[at] ?? 0) > 128 ? 0 : 255;
    step = 400 + ((at * 7919) % 521);
  }
}

function invert(grey: Buffer): void {
  for (let at = 0; at < grey.length; at += 1) grey[at] = 255 - (grey[at] ?? 0);
}

function blackenLeftEdge(grey: Buffer, widthPx: number, heightPx: number): void {
  for (let y = 0; y < heightPx; y += 1) grey.fill(0, y * widthPx, y * widthPx + 60);
}
