import type { TextPage, Word } from '@mailroom/core';
import { widthOfText } from './letter-widths.ts';

/** Sets text as an office letter: pages of A4 at 200 dpi, 11 points, words with their boxes. */
export function typesetText(text: string): TextPage[] {
  const rows = tidy(text).split('\n').flatMap(wrap);
  const pages: TextPage[] = [];
  for (let start = 0; start === 0 || start < rows.length; start += rowsPerPage) {
    pages.push(textPage(rows.slice(start, start + rowsPerPage), pages.length + 1));
  }
  return pages;
}

const widthPx = 1654;
const heightPx = 2339;
const marginPx = 100;
const rowPx = 33;
/** 11 points. */
const sizePx = 31;
const roomPx = widthPx - 2 * marginPx;
const spacePx = widthOfText(' ', sizePx);
const rowsPerPage = 64;
const maxRowsOfBlank = 2;

/** What stands in one row; `continued` when its line goes on in the next. */
interface Row {
  readonly words: readonly { readonly text: string; readonly x: number; readonly width: number }[];
  readonly continued: boolean;
}

function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\f/g, '\n')
    .replace(/\t/g, '    ')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[\u200b\u00ad\ufeff]/g, '')
    .replace(/[ ]+$/gm, '')
    .replace(/\n{4,}/g, '\n'.repeat(maxRowsOfBlank + 1))
    .trimEnd();
}

/** Breaks a line between words, words longer than a row anywhere. */
function wrap(line: string): Row[] {
  const rows: Row[] = [];
  let words: Row['words'][number][] = [];
  let end = 0;
  for (const { text, spaces } of pieces(line)) {
    const width = widthOfText(text, sizePx);
    const x = end + Math.min(spaces * spacePx, roomPx / 2);
    if (x + width > roomPx && words.length > 0) {
      rows.push({ words, continued: true });
      words = [];
    }
    const isFirstOfBroken = words.length === 0 && rows.length > 0;
    words.push({ text, x: isFirstOfBroken ? 0 : Math.min(x, roomPx - width), width });
    end = (words.at(-1)?.x ?? 0) + width;
  }
  return [...rows, { words, continued: false }];
}

/** Even a piece of the widest letters fits into a row. */
const longestPiece = 45;

function* pieces(line: string): Generator<{ text: string; spaces: number }> {
  for (const [, spaces = '', word = ''] of line.matchAll(/(\s*)(\S+)/gu)) {
    const length = widthOfText(word, sizePx) <= roomPx ? word.length : longestPiece;
    for (let start = 0; start < word.length; start += length) {
      yield { text: word.slice(start, start + length), spaces: start === 0 ? spaces.length : 0 };
    }
  }
}

function textPage(rows: readonly Row[], number: number): TextPage {
  const words = rows.flatMap((row, line) => row.words.map((word) => placed(word, line)));
  return { kind: 'text', number, text: textOf(rows), widthPx, heightPx, words };
}

function placed({ text, x, width }: Row['words'][number], line: number): Word {
  const left = Math.round(marginPx + x);
  const box = { x: left, y: marginPx + line * rowPx, width: Math.ceil(width), height: rowPx };
  return { text, box, confidence: 1, line };
}

/** The lines as they were written, not as they were broken. */
function textOf(rows: readonly Row[]): string {
  return rows
    .map((row) => row.words.map(({ text }) => text).join(' ') + (row.continued ? ' ' : '\n'))
    .join('')
    .trimEnd();
}
