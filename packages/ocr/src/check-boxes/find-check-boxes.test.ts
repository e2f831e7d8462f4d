import type { ImagePage } from '@mailroom/core';
import { expect, test } from 'vitest';
import { cleanPage } from '../cleaning/clean-page.ts';
import {
  cross,
  drawBox,
  everyQuality,
  hook,
  printForm,
  type Quality,
  smallCross,
} from '../testing/print-form.ts';
import { letterText, printPage } from '../testing/print-page.ts';
import type { CheckBox } from './check-box.ts';
import { findCheckBoxes } from './find-check-boxes.ts';
import { rasterDpi } from './raster-dpi.ts';

const text = `Ich wünsche:
die Kündigung des Vertrags
die Verlängerung des Vertrags
eine neue Karte
Datum, Ort`;

test.each(everyQuality)('%s: ticked and empty boxes are told apart', async (quality) => {
  const drawing = drawBox(1, cross) + drawBox(2) + drawBox(3, hook);
  expect(statesOf(await find({ text, drawing }, quality))).toEqual(['ticked', 'empty', 'ticked']);
});

test.each(everyQuality)('%s: a printed cross that touches no line is a tick', async (quality) => {
  const boxes = await find({ text, drawing: drawBox(1, smallCross) + drawBox(2) }, quality);
  expect(boxes).toMatchObject([
    { state: 'ticked', isApart: true },
    { state: 'empty', isApart: false },
  ]);
});

test('boxes are found on a page that lies askew', async () => {
  const drawing = drawBox(1, cross) + drawBox(2);
  expect(statesOf(await find({ text, drawing }, 'scan 300 dpi, grey', 2))).toEqual(['ticked', 'empty']);
});

test('a dot too small for a tick is unclear, and a black square is a bullet', async () => {
  const dot = '<circle cx="12" cy="12" r="2"/>';
  const black = '<rect x="2" y="2" width="21" height="21"/>';
  const boxes = await find({ text, drawing: drawBox(1, dot) + drawBox(2, black) }, 'scan 300 dpi, grey');
  expect(statesOf(boxes)).toEqual(['unclear']);
});

test.each(everyQuality)('%s: no letter, digit or sign of print is a box', async (quality) => {
  const signs = 'ABDEFHKMNOQRTUXZ BDO0689&@#% abdeghmnopqsu 11 00 88 IB DD [ ] ( ) || =';
  const lines = Array.from({ length: 12 }, (_, line) => signs.slice(line) + signs.slice(0, line));
  expect(await find({ text: lines.join('\n'), drawing: '' }, quality)).toEqual([]);
});

test.each(everyQuality)('%s: tables, ruled squares, frames and logos are no boxes', async (quality) => {
  expect(await find({ text, drawing: table + squares + frame + logo }, quality)).toEqual([]);
});

test('an ordinary letter has none', async () => {
  expect(await findOn(await printPage(letterText))).toEqual([]);
});

const line = 'fill="none" stroke="black" stroke-width="2"';
/** Cells of a table, 5 by 5 mm. */
const table = `<path d="M200 800h160M200 840h160M200 880h160M200 800v80M240 800v80M280 800v80M320 800v80M360 800v80" ${line}/>`;
/** Squared paper in black. */
const squares = `<path d="${Array.from({ length: 12 }, (_, at) => `M600 ${800 + at * 30}h330M${600 + at * 30} 800v330`).join('')}" ${line}/>`;
const frame = `<rect x="200" y="1000" width="300" height="90" ${line}/><rect x="200" y="1200" width="40" height="20" ${line}/>`;
const logo = `<circle cx="1200" cy="850" r="16" ${line}/><rect x="1300" y="800" width="26" height="26"/><rect x="1300" y="900" width="24" height="24" rx="11" ${line}/>`;

async function find(form: Parameters<typeof printForm>[0], quality: Quality, lies = 0): Promise<CheckBox[]> {
  return findOn(await printForm(form, quality, lies));
}

async function findOn(page: ImagePage): Promise<CheckBox[]> {
  const { raster, map } = await cleanPage(page);
  return findCheckBoxes(raster, rasterDpi(page, map));
}

function statesOf(boxes: readonly CheckBox[]): string[] {
  return boxes.map(({ state }) => state);
}
