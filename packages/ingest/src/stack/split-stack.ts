import type { OpenedDocument } from '@mailroom/core';
import { sniffMediaType } from '../sniff-media-type.ts';
import { cutPages } from './cut-pages.ts';
import { lookAtPage, type PageKind } from './look-at-page.ts';
import { type PlannedPart, planParts } from './plan-parts.ts';

/** A letter of a stack as a file of its own. */
export interface StackPart extends PlannedPart {
  readonly bytes: Buffer;
}

/** What a file turns out to be. */
export type Splitting =
  /** One document like any other; `doubt`, German: why it may be several all the same. */
  | { readonly kind: 'whole'; readonly doubt?: string }
  /** Several pages that can be cut, and no separator sheet among them. */
  | { readonly kind: 'unseparated' }
  | { readonly kind: 'parts'; readonly pages: readonly PageKind[]; readonly parts: readonly StackPart[] };

export type OpenStack = (bytes: Buffer, fileName: string) => Promise<OpenedDocument>;

const whole: Splitting = { kind: 'whole' };

const uncut: Splitting = {
  kind: 'whole',
  doubt: 'Die Datei enthält Trennblätter, lässt sich aber nicht trennen. Bitte einzeln neu scannen.',
};

/**
 * Splits a scanned stack (PDF or TIFF) at its separator sheets. What has sheets and cannot be cut is for a person.
 * Throws BadDocumentError when it cannot be opened. Pixels are decoded here: call it in a child process (see
 * createSplitter).
 */
export async function splitStack(bytes: Buffer, fileName: string, open: OpenStack): Promise<Splitting> {
  const mediaType = sniffMediaType(bytes);
  if (mediaType !== 'image/tiff' && mediaType !== 'application/pdf') return whole;
  const document = await open(bytes, fileName);
  if (document.pageCount < 2) return whole;
  const pages: PageKind[] = [];
  for await (const page of document.pages()) pages.push(await lookAtPage(page));
  const hasSheets = pages.some(({ kind }) => kind === 'sheet' || kind === 'wrong');
  if (pages.length !== document.pageCount) return hasSheets ? uncut : whole;
  if (!hasSheets) return { kind: 'unseparated' };
  const parts = planParts(pages);
  const files = parts.length > 0 ? await cutPages(bytes, mediaType, parts) : undefined;
  if (!files) return uncut;
  return {
    kind: 'parts',
    pages,
    parts: parts.map((part, index) => ({ ...part, bytes: files[index] ?? Buffer.alloc(0) })),
  };
}
