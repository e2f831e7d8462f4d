import type { PageRange, StackAnswer } from '../../../src/api/stacks.ts';

type Pages = StackAnswer['pages'];

/** Numbers of the pages on which a letter begins. */
export type Beginnings = ReadonlySet<number>;

export function beginningsOf(letters: readonly PageRange[]): Beginnings {
  return new Set(letters.map(({ first }) => first));
}

/** Whether the page belongs to no letter: a separator sheet, or the empty back of one. */
export function isApart(pages: Pages, number: number): boolean {
  const page = pages[number - 1];
  if (page?.kind === 'sheet') return true;
  return page?.kind === 'blank' && pages[number - 2]?.kind === 'sheet';
}

/** Whether a letter begins here whatever anybody says: at the start, and behind a separator sheet. */
export function isFixed(pages: Pages, number: number): boolean {
  return number === 1 || isApart(pages, number - 1);
}

export function toggled(beginnings: Beginnings, number: number): Beginnings {
  const next = new Set(beginnings);
  if (!next.delete(number)) next.add(number);
  return next;
}

/** The letters between the beginnings; sheets belong to none. */
export function lettersOf(pages: Pages, beginnings: Beginnings): PageRange[] {
  const letters: PageRange[] = [];
  let open = false;
  for (const { number } of pages) {
    const apart = isApart(pages, number);
    const last = letters.at(-1);
    if (!apart && open && last && !beginnings.has(number)) last.last = number;
    else if (!apart) letters.push({ first: number, last: number });
    open = !apart;
  }
  return letters;
}
