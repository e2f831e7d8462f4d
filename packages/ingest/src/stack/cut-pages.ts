import { PDFDocument } from 'pdf-lib';
import { isolatePage } from '../tiff/isolate-page.ts';
import { joinPages } from '../tiff/join-pages.ts';
import { readDirectories } from '../tiff/read-directories.ts';
import type { PlannedPart } from './plan-parts.ts';

/**
 * The pages of each part as a file of its own, their encoded pixels untouched; the same bytes each time it runs.
 * Undefined for a file that cannot be cut (damaged, encrypted, an unusual TIFF).
 */
export async function cutPages(
  bytes: Buffer,
  mediaType: string,
  parts: readonly PlannedPart[],
): Promise<readonly Buffer[] | undefined> {
  return mediaType === 'image/tiff' ? cutTiff(bytes, parts) : cutPdf(bytes, parts);
}

function cutTiff(bytes: Buffer, parts: readonly PlannedPart[]): readonly Buffer[] | undefined {
  const { directories, cutOff } = readDirectories(bytes, Number.POSITIVE_INFINITY);
  const shown = directories.filter(({ reduced }, index) => !reduced || index === 0);
  const pages = shown.map(({ offset }) => isolatePage(bytes, offset));
  if (cutOff || pages.includes(undefined)) return undefined;
  const whole = pages.filter((page) => page !== undefined);
  return parts.map(({ first, last }) => joinPages(whole.slice(first - 1, last)));
}

async function cutPdf(bytes: Buffer, parts: readonly PlannedPart[]): Promise<readonly Buffer[] | undefined> {
  const source = await PDFDocument.load(bytes, { updateMetadata: false }).catch(() => undefined); // cannot be cut
  if (!source) return undefined;
  return Promise.all(
    parts.map(async ({ first, last }) => {
      // Without metadata: a date would make other bytes, and so another document, of each run.
      const part = await PDFDocument.create({ updateMetadata: false });
      const numbers = Array.from({ length: last - first + 1 }, (_, index) => first - 1 + index);
      for (const page of await part.copyPages(source, numbers)) part.addPage(page);
      return Buffer.from(await part.save());
    }),
  );
}
