import type { OpenedDocument } from '@mailroom/core';
import { badDocument } from '../bad-document.ts';
import { countPages, type Open, openEnclosures, pagesWith, worthOpening } from '../enclosures.ts';
import type { Nesting } from '../open-nested.ts';
import { typesetText } from '../typeset-text.ts';
import { openDocumentText } from './open-document-text.ts';
import { readZip, type Zip } from './read-zip.ts';
import { sheetText } from './sheet-text.ts';
import { slideText, wordText } from './word-text.ts';

const microsoft = 'application/vnd.openxmlformats-officedocument.';
const oasis = 'application/vnd.oasis.opendocument.';

export function isOffice(mediaType: string): boolean {
  return mediaType.startsWith(microsoft) || mediaType.startsWith(oasis);
}

/** Whether an OLE file is the envelope that Office puts around a document with a password ([MS-OFFCRYPTO] 2.3.4.4). */
export function isEncryptedOffice(bytes: Buffer): boolean {
  return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

/**
 * Opens a text document, table or presentation: what it says as pages of text, then its pictures, for a letter is
 * often a photograph in a Word document. The layout is not kept. Throws BadDocumentError.
 */
export async function openOffice(
  bytes: Buffer,
  mediaType: string,
  nesting: Nesting,
  open: Open,
): Promise<OpenedDocument> {
  const zip = readZip(bytes);
  const text = textOf(zip, mediaType).trim();
  const notes: string[] = [];
  const body = text === '' ? [] : typesetText(text);
  const enclosed = await openEnclosures(await worthOpening(picturesOf(zip)), nesting, open, notes);
  const pageCount = countPages(body, enclosed);
  const { maxPages } = nesting.limits;
  if (pageCount === 0) throw badDocument.noPages();
  if (pageCount > maxPages) throw badDocument.tooManyPages(pageCount, maxPages);
  return { mediaType, pageCount, notes, pages: () => pagesWith(body, enclosed, notes) };
}

function textOf(zip: Zip, mediaType: string): string {
  if (mediaType.startsWith(oasis)) return openDocumentText(zip, mediaType);
  if (mediaType.includes('spreadsheetml')) return sheetText(zip);
  return mediaType.includes('presentationml') ? slideText(zip) : wordText(zip);
}

const picture = /^(?:(?:word|xl|ppt)\/media|Pictures)\/([^/]+\.(?:jpe?g|png|tiff?|gif|bmp|webp))$/i;

function picturesOf(zip: Zip) {
  return zip.names.flatMap((path) => {
    const [, name] = picture.exec(path) ?? [];
    return name === undefined ? [] : [{ name, content: zip.read(path) ?? Buffer.alloc(0) }];
  });
}
