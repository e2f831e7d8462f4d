import type { OpenedDocument } from '@mailroom/core';
import { badDocument } from './badDocument.ts';
import { decodeText } from './decodeText.ts';
import type { OpenLimits } from './limits.ts';
import { typesetText } from './typesetText.ts';

/** Opens plain text. Throws BadDocumentError: too many pages, nothing but white space. */
export function openText(bytes: Buffer, limits: OpenLimits): OpenedDocument {
  const pages = typesetText(decodeText(bytes));
  if (pages.every((page) => page.words.length === 0)) throw badDocument.noPages();
  if (pages.length > limits.maxPages) throw badDocument.tooManyPages(pages.length, limits.maxPages);
  return {
    mediaType: 'text/plain',
    pageCount: pages.length,
    async *pages() {
      yield* pages;
    },
    notes: [],
  };
}
