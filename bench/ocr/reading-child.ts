import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { serveParent } from '@mailroom/children';
import type { OpenedPage } from '@mailroom/core';
import { openDocument } from '@mailroom/ingest';
import { createReader, type EngineName, type PdfPage, writeSearchablePdf } from '@mailroom/ocr';
import sharp from 'sharp';
import type { ReadFile, ReadingAnswer, ReadingRequest } from './reading-protocol.ts';

/*
 * What Mailroom does with a scan, in a process of its own so that its time and memory can be told from the
 * bench's: opens the file, reads every page, writes the searchable PDF. Started by contenders.ts.
 */

// As the opener's child does.
sharp.cache(false);
sharp.concurrency(1);

const [engine = '', workers = ''] = process.argv.slice(2);
const reader = await createReader({
  engine: engine as EngineName, // given by contenders.ts
  languages: 'deu',
  workers: Number(workers),
});

serveParent(async ({ files }: ReadingRequest): Promise<ReadingAnswer> => ({ files: await readFiles(files) }));
process.send?.({ files: [] } satisfies ReadingAnswer);

/** One file more than engines is in work, so that none waits while another's PDF is written. */
async function readFiles(files: readonly string[]): Promise<ReadFile[]> {
  const results: ReadFile[] = [];
  const left = files.entries();
  const work = async () => {
    for (const [index, path] of left) results[index] = await readOne(path);
  };
  await Promise.all(Array.from({ length: Number(workers) + 1 }, work));
  return results;
}

async function readOne(path: string): Promise<ReadFile> {
  const opened = await openDocument(await readFile(path), { fileName: basename(path) });
  const pages: PdfPage[] = [];
  for await (const image of opened.pages()) pages.push(await readPage(image));
  await writeSearchablePdf(pages, { documentId: path, title: path, createdAt: new Date(0) });
  const reads = pages.map(({ read }) => read);
  return {
    text: reads.map((read) => read.text).join('\n'),
    words: reads.flatMap((read) => read.words.map(({ text, confidence }) => ({ text, confidence }))),
    pageConfidences: reads.map((read) => read.confidence),
  };
}

async function readPage(image: OpenedPage): Promise<PdfPage> {
  if (image.kind !== 'image') throw new TypeError('the bench reads scans only');
  return { image, read: await reader.read(image) };
}
