import { readXml } from './read-xml.ts';
import type { Zip } from './read-zip.ts';

const cellGap = '  ';
/** A table of more is no letter; the rest is left out. */
const maxCells = 50_000;

/** The cells of every sheet of an Excel table, row by row, with their shown or computed values. */
export function sheetText(zip: Zip): string {
  const shared = sharedTexts(zip.read('xl/sharedStrings.xml'));
  const isDate = dateStyles(zip.read('xl/styles.xml'));
  const sheets = zip.names.filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
  sheets.sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
  return sheets.map((name) => rowsOf(zip.read(name) ?? Buffer.alloc(0), shared, isDate)).join('\n\n');
}

function sharedTexts(xml: Buffer | undefined): string[] {
  const texts: string[] = [];
  let inText = false;
  if (xml)
    readXml(xml, {
      open(name) {
        if (name === 'si') texts.push('');
        inText = name === 't';
      },
      text(characters) {
        if (inText) texts.push((texts.pop() ?? '') + characters);
      },
      close() {
        inText = false;
      },
    });
  return texts;
}

type IsDate = (style: number) => boolean;

/** Built-in formats of dates (ECMA-376 18.8.30), and own ones that speak of days and years. */
function dateStyles(xml: Buffer | undefined): IsDate {
  const own = new Map<number, string>();
  const formats: number[] = [];
  let inCellFormats = false;
  if (xml)
    readXml(xml, {
      open(name, attribute) {
        if (name === 'cellXfs') inCellFormats = true;
        if (name === 'numFmt') own.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
        if (name === 'xf' && inCellFormats) formats.push(Number(attribute('numFmtId') ?? 0));
      },
      close(name) {
        if (name === 'cellXfs') inCellFormats = false;
      },
    });
  return (style) => {
    const format = formats[style] ?? 0;
    return (format >= 14 && format <= 17) || format === 22 || /d.*y|y.*d/i.test(own.get(format) ?? '');
  };
}

interface Cell {
  readonly type: string;
  readonly style: number;
  value: string;
}

function rowsOf(xml: Buffer, shared: readonly string[], isDate: IsDate): string {
  const rows: string[][] = [];
  let cell: Cell | undefined;
  let inValue = false;
  let left = maxCells;
  readXml(xml, {
    open(name, attribute) {
      if (name === 'row') rows.push([]);
      if (name === 'c') cell = { type: attribute('t') ?? 'n', style: Number(attribute('s') ?? 0), value: '' };
      inValue = name === 'v' || name === 't';
    },
    text(characters) {
      if (inValue && cell) cell.value += characters;
    },
    close(name) {
      inValue = false;
      if (name !== 'c' || !cell || left === 0) return;
      left -= 1;
      rows.at(-1)?.push(shown(cell, shared, isDate));
    },
  });
  return rows.map((row) => row.filter((text) => text !== '').join(cellGap)).join('\n');
}

const dayMs = 86_400_000;
/** Day 0 of Excel's calendar, so that its days from March 1900 on are right. */
const dayZero = Date.UTC(1899, 11, 30);

function shown({ type, style, value }: Cell, shared: readonly string[], isDate: IsDate): string {
  if (type === 's') return shared[Number(value)] ?? '';
  const amount = Number(value);
  if (type !== 'n' || value === '' || Number.isNaN(amount)) return value;
  if (!isDate(style))
    return amount.toLocaleString('de-DE', { useGrouping: false, maximumFractionDigits: 10 });
  return new Date(dayZero + amount * dayMs).toLocaleDateString('de-DE', {
    timeZone: 'UTC',
    dateStyle: 'medium',
  });
}
