import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { ImagePage } from '@mailroom/core';
import { openDocument } from '@mailroom/ingest';
import { writeSearchablePdf } from '@mailroom/ocr';
import sharp, { type Sharp } from 'sharp';

/** Files of one kind as every contender gets them. */
export interface FileSet {
  readonly name: string;
  readonly files: readonly SetFile[];
  /** The pages of all files, in order. */
  readonly pages: readonly ImagePage[];
}

export interface SetFile {
  readonly path: string;
  readonly pageCount: number;
  /** Undefined when nobody wrote down what the file says. */
  readonly truth: string | undefined;
}

interface Opened {
  readonly file: SetFile;
  readonly pages: readonly ImagePage[];
  readonly bilevel: boolean;
}

const extensions = ['.tif', '.tiff', '.jpg', '.jpeg', '.png', '.pdf'];

/**
 * The scans of a folder in two sets, black and white and grey, of at most `limit` files each. The truth of
 * `X.tif` is what truth.jsonl in the folder above says (fixtures), or X.gt.txt, X.gold.txt or X.txt beside it.
 */
export async function loadFileSets(folder: string, limit: number): Promise<FileSet[]> {
  const truths = readTruths(folder);
  const kinds: Record<'black and white' | 'grey', Opened[]> = { 'black and white': [], grey: [] };
  for (const name of (await readdir(folder)).sort()) {
    if (!extensions.includes(extname(name).toLowerCase())) continue;
    const opened = await open(folder, name, truths);
    if (!opened) continue;
    const kind = kinds[opened.bilevel ? 'black and white' : 'grey'];
    if (kind.length < limit) kind.push(opened);
    if (Object.values(kinds).every((full) => full.length >= limit)) break;
  }
  return Object.entries(kinds)
    .filter(([, members]) => members.length > 0)
    .map(([kind, members]) => ({
      name: `${basename(folder)}, ${kind}`,
      files: members.map(({ file }) => file),
      pages: members.flatMap(({ pages }) => pages),
    }));
}

type Truths = ReadonlyMap<string, string>;

function readTruths(folder: string): Truths {
  const file = [join(folder, '..', 'truth.jsonl'), join(folder, '..', '..', 'truth.jsonl')].find((path) =>
    existsSync(path),
  );
  if (file === undefined) return new Map();
  const rows = readFileSync(file, 'utf8').trim().split('\n');
  return new Map(
    rows.map((row): [string, string] => {
      const { file: path, text } = JSON.parse(row) as { file: string; text: string };
      return [path, text];
    }),
  );
}

async function open(folder: string, name: string, truths: Truths): Promise<Opened | undefined> {
  const path = join(folder, name);
  try {
    const opened = await openDocument(await readFile(path), { fileName: name });
    const pages = await Array.fromAsync(opened.pages());
    const images = pages.filter((page) => page.kind === 'image');
    const [first] = images;
    if (!first || images.length < pages.length) return undefined;
    const truth = truths.get(`${basename(folder)}/${name}`) ?? truthBeside(folder, name);
    const file = { path, pageCount: images.length, truth };
    return { file, pages: images, bilevel: await isBilevel(first) };
  } catch (error) {
    process.stderr.write(`left out ${path}: ${error}\n`);
    return undefined;
  }
}

function truthBeside(folder: string, name: string): string | undefined {
  const stem = join(folder, basename(name, extname(name)));
  const path = ['.gt.txt', '.gold.txt', '.txt'].map((end) => stem + end).find((one) => existsSync(one));
  return path === undefined ? undefined : readFileSync(path, 'utf8');
}

async function isBilevel({ image, subImage }: ImagePage): Promise<boolean> {
  return (await openImage(image, subImage).metadata()).bitsPerSample === 1;
}

function openImage(image: Buffer, subImage: number): Sharp {
  return sharp(image, subImage > 0 ? { page: subImage } : {});
}

/** A TIFF for each page, in order, for those who read images. */
export async function writePageFiles({ pages }: FileSet, dir: string): Promise<string[]> {
  const pageFiles = pages.map((_, index) => join(dir, `${index}.tif`));
  for (const [index, page] of pages.entries()) {
    await writeFile(pageFiles[index] ?? '', await singlePage(page));
  }
  return pageFiles;
}

/** The page with its true resolution, black and white pages as G4. */
async function singlePage({ image, subImage, xDpi, yDpi }: ImagePage): Promise<Buffer> {
  const source = openImage(image, subImage);
  const { bitsPerSample, height } = await source.metadata();
  const resolution = { xres: xDpi / 25.4, yres: yDpi / 25.4 };
  if (bitsPerSample !== 1) return source.tiff({ compression: 'lzw', ...resolution }).toBuffer();
  return source
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, miniswhite: true, tileHeight: height, ...resolution })
    .toBuffer();
}

/** All pages in one PDF with their original pixels, for those who read PDF. */
export function bindPages({ pages }: FileSet): Promise<Buffer> {
  const bare = { text: '', words: [], confidence: 1, blank: false, notes: [], source: 'ocr' as const };
  const bound = pages.map((image) => ({ image, read: { ...image, ...bare } }));
  return writeSearchablePdf(bound, { documentId: 'bench', title: 'bench', createdAt: new Date(0) });
}
