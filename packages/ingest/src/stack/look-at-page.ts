import { hasWriting, type OpenedPage } from '@mailroom/core';
import { findBarcodes } from './find-barcodes.ts';
import { hasPatchT } from './find-patch-t.ts';
import { type GreyPage, greyPage } from './grey-page.ts';
import { readSheetCode } from './sheet-code.ts';

/** What a page of a stack is. */
export type PageKind =
  | { readonly kind: 'page' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'sheet' }
  /** Looks like a separator sheet, but its code is wrong. */
  | { readonly kind: 'wrong'; readonly code: string };

/** A wrong code counts for more than Patch T: it is the surer sign that something is amiss. */
export async function lookAtPage(page: OpenedPage): Promise<PageKind> {
  if (page.kind === 'text') return { kind: 'page' };
  const grey = await greyPage(page);
  if (!isWritten(grey)) return { kind: 'blank' };
  const codes = (await findBarcodes(grey)).map(readSheetCode).filter((code) => code !== undefined);
  const wrong = codes.find((code) => code.kind === 'wrong');
  if (wrong) return { kind: 'wrong', code: wrong.text };
  return { kind: codes.length > 0 || hasPatchT(grey) ? 'sheet' : 'page' };
}

const isWritten = ({ data, width, height, dpi }: GreyPage) =>
  hasWriting({ grey: data, widthPx: width, heightPx: height, xDpi: dpi, yDpi: dpi });
