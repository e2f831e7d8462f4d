import type { OpenedDocument } from '@mailroom/core';
import { sniffMediaType } from '../sniff-media-type.ts';
import { cutPages } from './cut-pages.ts';
import { lookAtPage, type PageKind } from './look-at-page.ts';
import { type PlannedPart, planParts } from './plan-parts.ts';

/** A letter of a stack as a file of its own. */
export interface StackPart extends PlannedPart {
  readonly bytes: Buffer;
}

export type OpenStack = (bytes: Buffer, fileName: string) => Promise<OpenedDocument>;

/**
 * Splits a scanned stack (PDF or TIFF) at its separator sheets. Undefined when it holds none, or cannot be cut:
 * then it is one document like any other. Throws BadDocumentError when it cannot be opened. Pixels are decoded here:
 * call it in a child process (see createSplitter).
 */
export async function splitStack(
  bytes: Buffer,
  fileName: string,
  open: OpenStack,
): Promise<readonly StackPart[] | undefined> {
  const mediaType = sniffMediaType(bytes);
  if (mediaType !== 'image/tiff' && mediaType !== 'application/pdf') return undefined;
  const document = await open(bytes, fileName);
  if (document.pageCount < 2) return undefined;
  const kinds: PageKind[] = [];
  for await (const page of document.pages()) kinds.push(await lookAtPage(page));
  if (kinds.length !== document.pageCount || !kinds.some(({ kind }) => kind === 'sheet' || kind === 'wrong'))
    return undefined;
  const parts = planParts(kinds);
  if (parts.length === 0) return undefined; // nothing but sheets: a person sees them
  const files = await cutPages(bytes, mediaType, parts);
  return files && parts.map((part, index) => ({ ...part, bytes: files[index] ?? Buffer.alloc(0) }));
}
