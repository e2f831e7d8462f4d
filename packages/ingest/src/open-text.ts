import type { OpenedDocument } from '@mailroom/core';
import { badDocument } from './bad-document.ts';
import { decodeText } from './decode-text.ts';
import { htmlText } from './html-text.ts';
import type { OpenLimits } from './limits.ts';
import { typesetText } from './typeset-text.ts';

/** Opens plain text or HTML. Throws BadDocumentError: too many pages, nothing but white space. */
export function openText(
  bytes: Buffer,
  mediaType: 'text/plain' | 'text/html',
  limits: OpenLimits,
): OpenedDocument {
  const content = decodeText(bytes);
  return openWords(mediaType === 'text/html' ? htmlText(content) : content, mediaType, limits);
}

/** Pages of a text that was taken out of a format. */
export function openWords(text: string, mediaType: string, limits: OpenLimits): OpenedDocument {
  const pages = typesetText(text);
  if (pages.every((page) => page.words.length === 0)) throw badDocument.noPages();
  if (pages.length > limits.maxPages) throw badDocument.tooManyPages(pages.length, limits.maxPages);
  return {
    mediaType,
    pageCount: pages.length,
    async *pages() {
      yield* pages;
    },
    notes: [],
  };
}
