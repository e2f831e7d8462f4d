import { execFileSync } from 'node:child_process';
import sharp from 'sharp';
import { afterEach, expect, test } from 'vitest';
import { tiffOfPages } from '../fixtures/tiff-of-pages.ts';
import { createOpener, type Opener } from './create-opener.ts';

let opener: Opener | undefined;
afterEach(() => opener?.close());

const mail = (body: string) => Buffer.from(`From: a@example.de\nSubject: Hallo\n\n${body}\n`);

test('pages come one at a time, of several documents by turns', async () => {
  opener = createOpener();
  const [one, other] = await Promise.all([
    opener.open(mail('eins'), '1.eml'),
    opener.open(mail('zwei'), '2.eml'),
  ]);
  expect(one).toMatchObject({ mediaType: 'message/rfc822', mail: { subject: 'Hallo' } });
  const [ones, others] = await Promise.all([Array.fromAsync(one.pages()), Array.fromAsync(other.pages())]);
  expect(ones).toMatchObject([{ kind: 'text', text: expect.stringContaining('eins') }]);
  expect(others).toMatchObject([{ kind: 'text', text: expect.stringContaining('zwei') }]);
});

test('image bytes survive the way between the processes', async () => {
  opener = createOpener();
  const jpeg = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer();
  const [page] = await Array.fromAsync((await opener.open(jpeg, 'a.jpg')).pages());
  expect(page?.kind === 'image' && page.image.equals(jpeg)).toBe(true);
});

test('a stack may have more pages than a letter', async () => {
  opener = createOpener();
  const page = { width: 8, height: 8, data: Buffer.alloc(64, 255), compression: 1 } as const;
  const tray = tiffOfPages(Array.from({ length: 501 }, () => page));
  await expect(opener.open(tray, 'tray.tif')).rejects.toMatchObject({ code: 'too-many-pages' });
  expect((await opener.open(tray, 'tray.tif', { isStack: true })).pageCount).toBe(501);
});

test('what is not a document is refused with its sentence, and the next one opens', async () => {
  opener = createOpener();
  await expect(opener.open(Buffer.alloc(0), 'empty.pdf')).rejects.toMatchObject({ code: 'empty-file' });
  expect((await opener.open(mail('gut'), 'ok.eml')).pageCount).toBe(1);
});

test('after its process is killed, a document says "later" and the next one opens', async () => {
  opener = createOpener();
  const opened = await opener.open(mail('weg\n'.repeat(200)), 'x.eml'); // more than one page: it stays open
  execFileSync('pkill', ['-9', '-P', String(process.pid), '-f', 'opener/child.ts']);
  await expect(Array.fromAsync(opened.pages())).rejects.toThrow();
  expect((await opener.open(mail('wieder'), 'y.eml')).pageCount).toBe(1);
});
