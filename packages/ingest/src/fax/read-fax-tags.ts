import { readDirectories } from '../tiff/read-directories.ts';
import { readTags } from '../tiff/read-tags.ts';

/** What the fax server wrote into the TIFF (RFC 2306, and HylaFAX for the sender and the times). */
export interface FaxTags {
  /** The name or number that the sending machine gives itself (TSI). */
  readonly tsi?: string;
  readonly subAddress?: string;
  readonly pages: readonly FaxPageTags[];
}

export interface FaxPageTags {
  /** From 1; undefined when the writer did not number the pages. */
  readonly number?: number;
  /** How many pages the sender announced; 0 unknown. */
  readonly announced: number;
  readonly lines: number;
  readonly damagedLines: number;
  /** Damaged lines were left in or replaced by the line before. */
  readonly unclean: boolean;
}

const mostPages = 2000;
const tag = { description: 270, pageNumber: 297, badLines: 326, cleanData: 327, subAddress: 34909 };

export function readFaxTags(bytes: Buffer): FaxTags {
  const { directories } = readDirectories(bytes, mostPages);
  const pages = directories.map(({ offset, heightPx }) => ({ heightPx, ...readTags(bytes, offset) }));
  const tsi = oneLine(pages[0]?.texts.get(tag.description));
  const subAddress = oneLine(pages[0]?.texts.get(tag.subAddress));
  return {
    ...(tsi ? { tsi } : {}),
    ...(subAddress ? { subAddress } : {}),
    pages: pages.map(({ heightPx, numbers }) => {
      const [index, announced = 0] = numbers.get(tag.pageNumber) ?? [];
      return {
        ...(index === undefined ? {} : { number: index + 1 }),
        ...{ announced, lines: heightPx, damagedLines: numbers.get(tag.badLines)?.[0] ?? 0 },
        unclean: (numbers.get(tag.cleanData)?.[0] ?? 0) > 0,
      };
    }),
  };
}

/** HylaFAX writes the call's identifiers into further lines; they come as arguments too. */
function oneLine(text = ''): string {
  return (text.split('\n')[0] ?? '').replace(/\p{C}/gu, '').trim();
}
