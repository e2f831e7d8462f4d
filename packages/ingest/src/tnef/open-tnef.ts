import type { OpenedDocument } from '@mailroom/core';
import { badDocument } from '../bad-document.ts';
import { countPages, type Open, openEnclosures, pagesWith, worthOpening } from '../enclosures.ts';
import type { Nesting } from '../open-nested.ts';
import { typesetText } from '../typeset-text.ts';
import { readTnef } from './read-tnef.ts';

/** Opens a winmail.dat that comes by itself, or lies in another: its text, then its attachments. */
export async function openTnef(bytes: Buffer, nesting: Nesting, open: Open): Promise<OpenedDocument> {
  const { subject, text, attachments } = readTnef(bytes);
  const notes: string[] = [];
  const printed = [subject === '' ? '' : `Betreff: ${subject}`, text].filter(Boolean).join('\n\n');
  const body = printed === '' ? [] : typesetText(printed);
  const enclosed = await openEnclosures(await worthOpening(attachments), nesting, open, notes);
  const pageCount = countPages(body, enclosed);
  const { maxPages } = nesting.limits;
  if (pageCount === 0) throw badDocument.mailWithoutContent();
  if (pageCount > maxPages) throw badDocument.tooManyPages(pageCount, maxPages);
  return {
    ...{ mediaType: 'application/ms-tnef', pageCount, notes },
    pages: () => pagesWith(body, enclosed, notes),
  };
}
