import type { PageKind } from './look-at-page.ts';

/** One letter of a stack: its pages, from 1, both included. */
export interface PlannedPart {
  readonly first: number;
  readonly last: number;
  /** German: why the boundary is not sure. */
  readonly doubt?: string;
}

/**
 * Where the letters of a stack begin and end. Sheets separate and belong to no letter, nor does the blank back of
 * a sheet. A page with a wrong code separates as well, but stays with the letter behind it, and both letters go to
 * a person: it may be a sheet that was misread, or a page of the letter before.
 */
export function planParts(pages: readonly PageKind[]): readonly PlannedPart[] {
  const parts: { first: number; last: number; doubts: string[] }[] = [];
  let open = false;
  let afterSheet = false;
  for (const [index, page] of pages.entries()) {
    const number = index + 1;
    const isBackOfSheet = page.kind === 'blank' && afterSheet;
    afterSheet = page.kind === 'sheet';
    if (isBackOfSheet || page.kind === 'sheet') {
      open = false;
      continue;
    }
    const doubt = page.kind === 'wrong' ? wrongCode(number, page.code) : undefined;
    if (doubt !== undefined) parts.at(-1)?.doubts.push(doubt);
    const current = open && doubt === undefined ? parts.at(-1) : undefined;
    if (current) current.last = number;
    else parts.push({ first: number, last: number, doubts: doubt === undefined ? [] : [doubt] });
    open = true;
  }
  return parts.map(({ first, last, doubts }) => ({
    ...{ first, last },
    ...(doubts.length > 0 ? { doubt: doubts.join(' ') } : {}),
  }));
}

function wrongCode(page: number, code: string): string {
  return `Auf Seite ${page} des Stapels steht ein Trennblatt mit falschem Code („${code}“). Bitte prüfen, wo das Schriftstück beginnt und endet.`;
}
