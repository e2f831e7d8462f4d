import type { Box, Channel, Word } from '@mailroom/core';
import type { PrintablePage } from './letter-print.ts';
import { withoutStamps } from './stamps.ts';

/** The words of a letter line by line, without what its way to us has added. */
export function bodyLines(pages: readonly PrintablePage[], channel: Channel): readonly (readonly Word[])[] {
  const inside = pages.map(({ words, ...page }) => {
    const own = words.filter((word) => !isInMargin(word.box, page));
    return linesOf(withoutStamps(own));
  });
  const letters = inside.length > 1 ? inside.filter((lines) => !isCoverPage(lines)) : inside;
  const lines = letters.flat();
  return channel === 'email' ? withoutMailHead(lines) : lines;
}

/** Fax header lines and scanner imprints stand in this share of a page at its top and bottom. */
const margin = 0.055;

function isInMargin(
  { x, y, width, height }: Box,
  { widthPx, heightPx, turn }: Omit<PrintablePage, 'words'>,
): boolean {
  const place = turn === 90 || turn === 270 ? (x + width / 2) / widthPx : (y + height / 2) / heightPx;
  return place < margin || place > 1 - margin;
}

function linesOf(words: readonly Word[]): readonly (readonly Word[])[] {
  const lines = new Map<number, Word[]>();
  for (const word of words) {
    const line = lines.get(word.line);
    if (line) line.push(word);
    else lines.set(word.line, [word]);
  }
  return [...lines.values()];
}

const coverWords =
  /deckblatt|(?:tele)?fax(?:nachricht|mitteilung)|seiten(?:zahl)?\s*\(?(?:inkl|einschl|incl)/i;
const longestCover = 60;

function isCoverPage(lines: readonly (readonly Word[])[]): boolean {
  const words = lines.flat();
  return words.length <= longestCover && coverWords.test(words.map(({ text }) => text).join(' '));
}

/** What the printed head of a mail says of its way (see ingest); another copy has other times. */
function withoutMailHead(lines: readonly (readonly Word[])[]): readonly (readonly Word[])[] {
  return lines.filter((line, index) => index > 5 || !/^(?:Von|Datum):$/.test(line[0]?.text ?? ''));
}
