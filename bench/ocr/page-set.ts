import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { ImagePage } from '@mailroom/core';
import { openDocument } from '@mailroom/ingest';
import { writeSearchablePdf } from '@mailroom/ocr';
import sharp from 'sharp';

/** Pages of one folder as every contender gets them. */
export interface PageSet {
  readonly name: string;
  readonly pages: readonly SetPage[];
  /** All pages in one PDF with their original pixels, for those who read PDF. */
  readonly pdf: string;
}

export interface SetPage {
  readonly file: string;
  readonly image: ImagePage;
  /** Undefined when nobody wrote down what the page says. */
  readonly truth: string | undefined;
}

const extensions = ['.tif', '.tiff', '.jpg', '.jpeg', '.png', '.pdf'];

/** The first `limit` image pages below `folder`; a truth is `X.gt.txt`, `X.gold.txt` or `X.txt` beside `X.tif`. */
export async function loadPageSet(folder: string, limit: number, workDir: string): Promise<PageSet> {
  const dir = join(workDir, basename(folder));
  await mkdir(dir, { recursive: true });
  const names = (await readdir(folder))
    .sort()
    .filter((name) => extensions.includes(extname(name).toLowerCase()));
  const pages: SetPage[] = [];
  for (const name of names) {
    if (pages.length >= limit) break;
    const page = await firstImage(join(folder, name));
    if (!page) continue;
    const file = join(dir, `${pages.length}.tif`);
    await writeFile(file, await singlePage(page));
    pages.push({ file, image: page, truth: truthOf(folder, name) });
  }
  const pdf = join(dir, 'all.pdf');
  await writeFile(pdf, await bind(pages));
  return { name: basename(folder), pages, pdf };
}

async function firstImage(path: string): Promise<ImagePage | undefined> {
  try {
    const opened = await openDocument(readFileSync(path), { fileName: basename(path) });
    for await (const page of opened.pages()) return page.kind === 'image' ? page : undefined;
  } catch (error) {
    process.stderr.write(`left out ${path}: ${error}\n`);
  }
  return undefined;
}

/** For tesseract itself: the page with its true resolution, black and white pages as G4. */
async function singlePage({ image, subImage, xDpi, yDpi }: ImagePage): Promise<Buffer> {
  const source = sharp(image, subImage > 0 ? { page: subImage } : {});
  const { bitsPerSample, height } = await source.metadata();
  const resolution = { xres: xDpi / 25.4, yres: yDpi / 25.4 };
  if (bitsPerSample !== 1) return source.tiff({ compression: 'lzw', ...resolution }).toBuffer();
  return source
    .greyscale()
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, miniswhite: true, tileHeight: height, ...resolution })
    .toBuffer();
}

function bind(pages: readonly SetPage[]): Promise<Buffer> {
  const bare = { text: '', words: [], confidence: 1, blank: false, notes: [], source: 'ocr' as const };
  const bound = async function* () {
    for (const { image } of pages) yield { image, read: { ...image, ...bare } };
  };
  return writeSearchablePdf(bound(), { documentId: 'bench', title: 'bench', createdAt: new Date(0) });
}

function truthOf(folder: string, name: string): string | undefined {
  const stem = join(folder, basename(name, extname(name)));
  const path = [`${stem}.gt.txt`, `${stem}.gold.txt`, `${stem}.txt`].find((candidate) =>
    existsSync(candidate),
  );
  return path === undefined ? undefined : readFileSync(path, 'utf8');
}
