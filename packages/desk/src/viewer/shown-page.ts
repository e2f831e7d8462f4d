import type { StoredPage } from '@mailroom/database';
import { aspectOf } from './shown-box.ts';

/** What the page of the desk needs to know of a page before it shows its image. */
export function shownPage(page: StoredPage) {
  const { number, confidence, blank, notes } = page;
  return { number, confidence, blank, notes, aspect: aspectOf(page) };
}
