import { expect, test } from 'vitest';
import { open } from './fixtures/pages-of.ts';

test('an empty file is refused with what to do', async () => {
  await expect(open('')).rejects.toMatchObject({
    code: 'empty-file',
    state: 'rejected',
    message: 'Die Datei ist leer (0 Byte). Bitte das Schriftstück neu scannen oder neu anfordern.',
  });
});

test.each([
  ['MZ\x90\0\x03', /ein Windows-Programm/],
  ['PK\x03\x04letters/1.txt', /ein Zip-Archiv/],
  ['\x01\x02\0\x80\xff', /von unbekannter Art/],
])('%j is refused by the name of what it seems to be', async (start, seems) => {
  const bytes = Buffer.from(start, 'latin1');
  await expect(open(bytes)).rejects.toMatchObject({ code: 'unsupported-format', message: seems });
});

test('plain text is read in UTF-8, Windows-1252 and UTF-16', async () => {
  const text = 'Sehr geehrte Damen und Herren,\nhiermit kündige ich für 20 Euro.';
  const windows = Buffer.from(text, 'latin1');
  const utf16 = Buffer.concat([Buffer.from('fffe', 'hex'), Buffer.from(text, 'utf16le')]);
  for (const bytes of [Buffer.from(text), windows, utf16]) {
    const { document, pages } = await open(bytes);
    expect(document.mediaType).toBe('text/plain');
    expect(pages).toMatchObject([{ kind: 'text', number: 1, text }]);
  }
});

test('opening that takes longer than allowed goes to a person', async () => {
  const text = 'From: a@example.com\nSubject: x\n\nHallo';
  const { pages } = await open(text, { timeMs: 1000 });
  expect(pages).toHaveLength(1);
});
