import type { ReadPage } from '@mailroom/core';
import type { Random, TypesetPage } from '@mailroom/fixtures';
import type { Opener } from '@mailroom/ingest';
import type { Reader } from '@mailroom/ocr';
import { asPdf, asTiff, scanned } from './scan-stack.ts';

export interface ScannedStack {
  readonly read: readonly ReadPage[];
  /** For opening and recognising it. */
  readonly seconds: number;
}

/** Typeset pages through the scanner, opened and recognised as the mailroom does it. */
export async function readScanned(
  pages: readonly TypesetPage[],
  random: Random,
  { opener, reader, kind }: { opener: Opener; reader: Reader; kind: 'tiff' | 'pdf' },
): Promise<ScannedStack> {
  const scans = [];
  for (const page of pages) scans.push(await scanned(page, random));
  const bytes = kind === 'tiff' ? asTiff(scans, random) : await asPdf(scans);
  const startedAt = performance.now();
  const opened = await opener.open(bytes, `stack.${kind === 'tiff' ? 'tif' : 'pdf'}`);
  const images = [];
  for await (const page of opened.pages()) if (page.kind === 'image') images.push(page);
  const read = await Promise.all(images.map((image) => reader.read(image)));
  return { read, seconds: (performance.now() - startedAt) / 1000 };
}
