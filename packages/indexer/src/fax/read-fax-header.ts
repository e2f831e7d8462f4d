import { DateTime } from 'luxon';

/** What the line says that the sending machine writes over each page. */
export interface FaxHeader {
  /** As written, without spaces. */
  readonly senderNumber?: string;
  readonly sentAt?: Date;
  readonly page?: number;
  readonly pageCount?: number;
}

/** The header is at the very top; a station of the receiver may have put a line of its own over it. */
const linesLookedAt = 3;

/** Reads the header line of a fax page; undefined when none of its first lines is one. Time is local in Berlin. */
export function readFaxHeader(pageText: string): FaxHeader | undefined {
  const lines = pageText.split('\n').filter((line) => line.trim() !== '');
  const top = lines.slice(0, linesLookedAt);
  // Wide gaps make recognition take one line for several.
  for (const line of [...top, top.join('  ')]) {
    const header = readLine(line);
    if (header) return header;
  }
  return undefined;
}

const months = [
  'jan',
  'feb',
  'm[aä]r',
  'apr',
  'ma[iy]',
  'jun',
  'jul',
  'aug',
  'sep',
  'o[kc]t',
  'nov',
  'de[zc]',
];
const date = new RegExp(
  String.raw`\b(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})[./-](\d{1,2}|${months.join('|')})[./-](\d{4}|\d{2}))(?!\d)`,
  'i',
);
const time = /(?<![\d.:])(\d{1,2}):(\d{2})(?::\d{2})?(?![\d:])/;
const number =
  /(?:\b(?:von|from|fax|tel|telefax|tsi)\b\W{0,3})?(\+\d[\d /()-]{6,18}\d|(?<![\d/.:-])0\d[\d /()-]{5,16}\d)(?![\d/:.])/i;
const receiver = /(?:\ban\b|\bto\b|->|=>)\W{0,3}[\w+].*$/i;
/** "S. 01/03", "Seite 1 von 3", "P.1", and "1/3" at the end of the line. */
const labelledPage =
  /(?<![\p{L}\p{N}])(?:seite|page|s|p|pg)[. ]{0,2}(\d{1,3})(?: ?(?:\/|von|of) ?(\d{1,3}))?(?!\d)/iu;
const barePage = /(?<![\d/.])(\d{1,3}) ?\/ ?(\d{1,3})\s*$/;

/** A line of letter text may hold a date or a page number; both at once, with a time, only a header has. */
function readLine(line: string): FaxHeader | undefined {
  const [datePart] = date.exec(line) ?? [];
  const [timePart] = time.exec(line) ?? [];
  if (datePart === undefined || timePart === undefined) return undefined;
  const rest = line.replace(datePart, ' ').replace(timePart, ' ');
  const [pagePart = '', page, pageCount] = labelledPage.exec(rest) ?? barePage.exec(rest) ?? [];
  const sender = number.exec(rest.replace(pagePart, ' ').replace(receiver, ' '))?.[1];
  const sentAt = momentOf(line);
  if (!sentAt) return undefined;
  return {
    sentAt,
    ...(sender ? { senderNumber: sender.replace(/[^\d+]/g, '') } : {}),
    ...(page ? { page: Number(page) } : {}),
    ...(page && pageCount && Number(page) <= Number(pageCount) ? { pageCount: Number(pageCount) } : {}),
  };
}

function momentOf(line: string): Date | undefined {
  const [, isoYear, isoMonth, isoDay, day, month = '', year] = date.exec(line) ?? [];
  const [, hour, minute] = time.exec(line) ?? [];
  const at = DateTime.fromObject(
    {
      year: fullYear(Number(isoYear ?? year)),
      month: isoMonth ? Number(isoMonth) : monthOf(month),
      day: Number(isoDay ?? day),
      hour: Number(hour),
      minute: Number(minute),
    },
    { zone: 'Europe/Berlin' },
  );
  return at.isValid ? at.toJSDate() : undefined;
}

function fullYear(year: number): number {
  return year < 100 ? 2000 + year : year;
}

function monthOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  return months.findIndex((month) => new RegExp(`^${month}`, 'i').test(written)) + 1;
}
