import type { TextPage, Word } from '@mailroom/core';

/** Sets text as a typewriter would: pages of A4 at 200 dpi, 72 columns of 12 pt pica, words with their boxes. */
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
const columnPx = 20;
const rowPx = 33;
const columns = 72;
const rowsPerPage = 64;
const maxRowsOfBlank = 2;

/** What stands in one row; `continued` when its line goes on in the next. */
interface Row {
  readonly words: readonly { readonly text: string; readonly column: number }[];
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
  let column = 0;
  for (const { text, spaces } of pieces(line)) {
    const start = column + Math.min(spaces, columns / 2);
    if (start + text.length > columns && words.length > 0) {
      rows.push({ words, continued: true });
      words = [];
      column = 0;
    }
    const at = words.length === 0 && rows.length > 0 ? 0 : Math.min(start, columns - text.length);
    words.push({ text, column: at });
    column = at + text.length;
  }
  return [...rows, { words, continued: false }];
}

function* pieces(line: string): Generator<{ text: string; spaces: number }> {
  for (const [, spaces = '', word = ''] of line.matchAll(/(\s*)(\S+)/gu)) {
    for (let start = 0; start < word.length; start += columns) {
      yield { text: word.slice(start, start + columns), spaces: start === 0 ? spaces.length : 0 };
    }
  }
}

function textPage(rows: readonly Row[], number: number): TextPage {
  const words = rows.flatMap((row, line) => row.words.map((word) => placed(word, line)));
  return { kind: 'text', number, text: textOf(rows), widthPx, heightPx, words };
}

function placed({ text, column }: Row['words'][number], line: number): Word {
  const x = marginPx + column * columnPx;
  const y = marginPx + line * rowPx;
  return { text, box: { x, y, width: text.length * columnPx, height: rowPx }, confidence: 1, line };
}

/** The lines as they were written, not as they were broken. */
function textOf(rows: readonly Row[]): string {
  return rows
    .map((row) => row.words.map(({ text }) => text).join(' ') + (row.continued ? ' ' : '\n'))
    .join('')
    .trimEnd();
}
