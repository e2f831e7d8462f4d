import { BadDocumentError, type OpenedPage } from '@mailroom/core';
import { badDocument } from './bad-document.ts';
import { placeholderPage } from './image/placeholder.ts';
import type { OpenLimits } from './limits.ts';

/** A page, or why it cannot be shown. */
export type PageAttempt = OpenedPage | BadDocumentError;

/**
 * Yields the pages of a document in order. A page that cannot be shown becomes a white one with its damage in
 * words, so that none is lost silently; when none can be shown, the first reason is thrown. The last page tells
 * of `brokenOff`. Time is counted between asking and getting, not what the caller does with a page.
 */
export async function* inOrder(
  attempts: AsyncIterable<PageAttempt>,
  limits: OpenLimits,
  brokenOff?: string,
): AsyncGenerator<OpenedPage> {
  const iterator = attempts[Symbol.asyncIterator]();
  const waiting: OpenedPage[] = [];
  let reason: BadDocumentError | undefined;
  let anyReadable = false;
  let spentMs = 0;
  try {
    for (let number = 1; ; number += 1) {
      const askedAt = performance.now();
      const next = await iterator.next();
      spentMs += performance.now() - askedAt;
      if (next.done) break;
      if (spentMs > limits.timeMs) throw badDocument.tooSlow(Math.round(limits.timeMs / 1000));
      // One page is held back, for it may be the last; all are, until one can be shown.
      if (anyReadable) yield* waiting.splice(0);
      if (next.value instanceof BadDocumentError) {
        reason ??= next.value;
        waiting.push(await placeholderPage(number, next.value.message));
      } else {
        anyReadable = true;
        waiting.push(next.value);
      }
    }
  } finally {
    await iterator.return?.();
  }
  if (!anyReadable) throw reason ?? badDocument.noPages();
  yield* withDamageOnLast(waiting, brokenOff);
}

function withDamageOnLast(pages: readonly OpenedPage[], damage: string | undefined): readonly OpenedPage[] {
  const last = pages.at(-1);
  if (last?.kind !== 'image' || damage === undefined) return pages;
  return [...pages.slice(0, -1), { ...last, damage: last.damage ?? damage }];
}
