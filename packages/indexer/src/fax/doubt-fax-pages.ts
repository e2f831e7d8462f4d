import { missingPages } from '@mailroom/core';
import { readFaxHeader } from './read-fax-header.ts';

/**
 * Why pages of a fax seem to be missing, by their header lines; German, undefined when nothing speaks for it. A
 * number that was misread must not send a whole fax to a person: what the pages say has to agree.
 */
export function doubtFaxPages(pageTexts: readonly string[]): string | undefined {
  const headers = pageTexts.map(readFaxHeader);
  const counts = new Set(headers.flatMap((header) => header?.pageCount ?? []));
  const [announced] = counts;
  if (announced === undefined || counts.size > 1) return undefined;
  const numbers = headers.flatMap((header) => header?.page ?? []);
  const arrived = new Set(numbers);
  if (numbers.length < pageTexts.length || arrived.size < numbers.length) return undefined;
  return missingPages(arrived, announced);
}
