import type { ReadPage, Word } from '@mailroom/core';

/**
 * A line of at least so many words of which hardly one can be trusted: handwriting, a stamp across the text, damage.
 * A signature is shorter. Two such lines, or one of five words, are on none of 128 printed letters and faxes, on 1 of
 * 19 old typescripts, and on 12 of 30 noisy forms that were filled in by hand and read well enough otherwise.
 */
const leastWords = 3;
const longWords = 5;
const unreadBelow = 0.5;

/** Whether lines among those that were read may say something that nobody has read. */
export function hasUnreadLines({ source, words }: ReadPage): boolean {
  if (source !== 'ocr') return false;
  const lines = [...Map.groupBy(words, (word) => word.line).values()].filter(isUnread);
  return lines.length > 1 || lines.some((line) => line.length >= longWords);
}

function isUnread(words: readonly Word[]): boolean {
  const letters = words.reduce((sum, { text }) => sum + text.replace(/[^\p{L}\p{N}]/gu, '').length, 0);
  const mean = words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length;
  return words.length >= leastWords && letters >= 3 * words.length && mean < unreadBelow;
}
