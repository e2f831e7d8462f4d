import { afterAll, beforeAll, expect, test } from 'vitest';
import { createReader, type Reader } from '../create-reader.ts';
import { baselineOf, cross, drawBox, everyQuality, hook, printForm } from '../testing/print-form.ts';
import { letterText } from '../testing/print-page.ts';

const text = `Sehr geehrte Damen und Herren,
Ich kündige meinen Vertrag zum nächsten Termin.
Ich verlängere meinen Vertrag um zwei Jahre.
Ich habe eine neue Anschrift.

${letterText}`;
const drawing = drawBox(1, cross) + drawBox(2) + drawBox(3, hook);

let reader: Reader;
beforeAll(async () => {
  reader = await createReader({ engine: 'native', languages: 'deu', workers: 1 });
});
afterAll(() => reader.close());

const marked = [
  expect.stringMatching(/^\[x\] Ich kündige/),
  expect.stringMatching(/^\[ \] Ich verlängere/),
  expect.stringMatching(/^\[x\] Ich habe/),
];

test.each(everyQuality)('%s: the text says what is ticked, line by line', async (quality) => {
  const { text: read } = await reader.read(await printForm({ text, drawing }, quality));
  expect(read.split('\n').filter((line) => /Ich (kün|ver|habe)/.test(line))).toEqual(marked);
});

test('a form that lies sideways is read the same', async () => {
  const { text: read } = await reader.read(await printForm({ text, drawing }, 'scan 300 dpi, grey', 90));
  expect(read.split('\n').filter((line) => /Ich (kün|ver|habe)/.test(line))).toEqual(marked);
});

test('the word of a box has its place on the page as received', async () => {
  const { words } = await reader.read(await printForm({ text, drawing }, 'scan 300 dpi, grey'));
  const box = words.find((word) => word.text === '[ ]');
  // The box stands 45 pixels before the text at 200 dpi and is 25 wide; the page has 300.
  expect(Math.abs((box?.box.x ?? 0) - 115 * 1.5)).toBeLessThan(8);
  expect(Math.abs((box?.box.y ?? 0) - (baselineOf(2) - 23) * 1.5)).toBeLessThan(8);
  expect(Math.abs((box?.box.width ?? 0) - 26 * 1.5)).toBeLessThan(6);
  expect(box?.confidence).toBeGreaterThan(0.9);
});
