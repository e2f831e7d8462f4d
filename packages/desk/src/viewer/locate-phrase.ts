import { foldGerman, type Word } from '@mailroom/core';

/** Words of a page, prepared for being searched. */
export interface LocatableWords {
  readonly words: readonly Word[];
  /** All words folded and written together. */
  readonly text: string;
  /** Where each word starts in `text`; one more at the end. */
  readonly starts: readonly number[];
}

export function prepareWords(words: readonly Word[]): LocatableWords {
  const starts: number[] = [];
  let text = '';
  for (const word of words) {
    starts.push(text.length);
    text += foldPhrase(word.text);
  }
  return { words, text, starts: [...starts, text.length] };
}

/**
 * Every place where a phrase stands, as runs of words. Spaces, dashes and signs do not count, so a number
 * is found however it is spaced; it begins and ends with whole words, unless `part` allows the inside of one.
 */
export function locatePhrase(
  page: LocatableWords,
  phrase: string,
  { part = false, most = 20 } = {},
): readonly (readonly Word[])[] {
  const wanted = foldPhrase(phrase);
  const found: (readonly Word[])[] = [];
  if (wanted.length < 2) return found;
  for (
    let at = page.text.indexOf(wanted);
    at >= 0 && found.length < most;
    at = page.text.indexOf(wanted, at + 1)
  ) {
    const end = at + wanted.length;
    const whole = page.starts.includes(at) && page.starts.includes(end);
    if (whole || part) found.push(page.words.filter((_, index) => overlaps(page, index, at, end)));
  }
  return found;
}

function overlaps({ starts }: LocatableWords, index: number, from: number, to: number): boolean {
  const start = starts[index] ?? 0;
  const end = starts[index + 1] ?? start;
  return start < to && end > from;
}

export const foldPhrase = (text: string) => foldGerman(text).replace(/[^\p{L}\p{N}]/gu, '');
