import { BadDocumentError } from '@mailroom/core';
import type { LoadedStack } from '@mailroom/database';
import { renderPagePreview } from '@mailroom/ocr';
import sharp from 'sharp';
import type { Turn } from '../images/page-images.ts';
import type { DeskOptions } from '../options.ts';

const thumbnailWidthPx = 220;

/** One page of a stack as WebP. It is cut out first: opening a stack from its first page would take minutes. */
export async function drawStackPage(
  {
    blobs,
    opener,
    splitter,
    renderPreview = renderPagePreview,
  }: Pick<DeskOptions, 'blobs' | 'opener' | 'splitter' | 'renderPreview'>,
  { sha256, fileName }: LoadedStack,
  number: number,
  { turn, size }: { readonly turn: Turn | undefined; readonly size: 'page' | 'thumbnail' },
): Promise<Buffer> {
  const [file] = (await splitter.cut(await blobs.get(sha256), [{ first: number, last: number }])) ?? [];
  if (!file) throw new BadDocumentError('no-such-page', `Das Original hat keine Seite ${number}.`);
  const opened = await opener.open(file, fileName);
  for await (const page of opened.pages()) {
    const image = await renderPreview(page, turn);
    return size === 'page'
      ? image
      : sharp(image).resize({ width: thumbnailWidthPx }).webp({ quality: 60 }).toBuffer();
  }
  throw new BadDocumentError('no-such-page', `Das Original hat keine Seite ${number}.`);
}
