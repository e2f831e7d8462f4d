import type { OpenedPage } from '@mailroom/core';
import { findBarcodes } from './find-barcodes.ts';
import { hasPatchT } from './find-patch-t.ts';
import { greyPage, inkShare } from './grey-page.ts';
import { readSheetCode } from './sheet-code.ts';

/** What a page of a stack is. */
export type PageKind =
  | { readonly kind: 'page' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'sheet' }
  /** Looks like a separator sheet, but its code is wrong. */
  | { readonly kind: 'wrong'; readonly code: string };

/** Less ink than this is dust: a faint pencil line across a page has ten times as much. */
const blankShare = 0.0002;

/** A wrong code counts for more than Patch T: it is the surer sign that something is amiss. */
export async function lookAtPage(page: OpenedPage): Promise<PageKind> {
  if (page.kind === 'text') return { kind: 'page' };
  const grey = await greyPage(page);
  if (inkShare(grey) < blankShare) return { kind: 'blank' };
  const codes = (await findBarcodes(grey)).map(readSheetCode).filter((code) => code !== undefined);
  const wrong = codes.find((code) => code.kind === 'wrong');
  if (wrong) return { kind: 'wrong', code: wrong.text };
  return { kind: codes.length > 0 || hasPatchT(grey) ? 'sheet' : 'page' };
}
