import { BadDocumentError, type OpenedPage } from '@mailroom/core';
import type { DocumentRecord } from '@mailroom/database';
import { renderPagePreview } from '@mailroom/ocr';
import sharp from 'sharp';
import type { DeskOptions } from '../options.ts';

export type Turn = 0 | 90 | 180 | 270;

/** Pages of originals as images for the screen, drawn when somebody looks and kept in memory for a while. */
export interface PageImages {
  /**
   * WebP of one page, upright. `turns`: the turn of each page that was found when it was read, by number.
   * @throws BadDocumentError when the original cannot be opened or has no such page
   */
  image(document: DocumentRecord, number: number, turns: ReadonlyMap<number, Turn>): Promise<Buffer>;
  /** The same, small: for the strip beside the page. */
  thumbnail(document: DocumentRecord, number: number, turns: ReadonlyMap<number, Turn>): Promise<Buffer>;
}

const keptBytes = 96_000_000;
/** Twice the width at which it is shown, for dense screens. */
const thumbnailWidthPx = 176;
/** Opening starts at the first page, so the next few are drawn along: whoever turns the page has them at once. */
const drawnAhead = 3;

type Source = Pick<DeskOptions, 'blobs' | 'opener' | 'renderPreview'>;

export function openPageImages({ blobs, opener, renderPreview = renderPagePreview }: Source): PageImages {
  const kept = keep(keptBytes);
  /** One run over a document at a time; who comes meanwhile waits and finds its page kept. */
  const runs = new Map<string, Promise<unknown>>();

  async function run(document: DocumentRecord, until: number, turns: ReadonlyMap<number, Turn>) {
    const opened = await opener.open(await blobs.get(document.sha256), document.fileName);
    for await (const page of opened.pages()) {
      if (page.number > until + drawnAhead) break;
      const key = `${document.sha256}/${page.number}`;
      if (!kept.get(key)) kept.put(key, await renderPreview(page as OpenedPage, turns.get(page.number)));
    }
  }

  async function image(document: DocumentRecord, number: number, turns: ReadonlyMap<number, Turn>) {
    const key = `${document.sha256}/${number}`;
    await runs.get(document.sha256)?.catch(() => undefined); // its own caller hears of it
    const known = kept.get(key);
    if (known) return known;
    const current = run(document, number, turns);
    runs.set(document.sha256, current);
    await current.finally(() => {
      if (runs.get(document.sha256) === current) runs.delete(document.sha256);
    });
    const drawn = kept.get(key);
    if (drawn) return drawn;
    throw new BadDocumentError('no-such-page', `Das Original hat keine Seite ${number}.`);
  }

  async function thumbnail(document: DocumentRecord, number: number, turns: ReadonlyMap<number, Turn>) {
    const key = `${document.sha256}/${number}/thumbnail`;
    const known = kept.get(key);
    if (known) return known;
    const page = await image(document, number, turns);
    const drawn = await sharp(page).resize({ width: thumbnailWidthPx }).webp({ quality: 60 }).toBuffer();
    kept.put(key, drawn);
    return drawn;
  }

  return { image, thumbnail };
}

/** The most recently used buffers, together at most `most` bytes. A Map remembers the order of insertion. */
function keep(most: number) {
  const all = new Map<string, Buffer>();
  let bytes = 0;
  return {
    get(key: string): Buffer | undefined {
      const found = all.get(key);
      if (found) {
        all.delete(key);
        all.set(key, found);
      }
      return found;
    },
    put(key: string, value: Buffer): void {
      all.set(key, value);
      bytes += value.length;
      for (const [oldest, buffer] of all) {
        if (bytes <= most || oldest === key) return;
        all.delete(oldest);
        bytes -= buffer.length;
      }
    },
  };
}
