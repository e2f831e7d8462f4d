import { DateTime } from 'luxon';
import { easter } from './easter.ts';
import { type DateContext, dateIn, monthOf, monthWords, type WrittenDate } from './written-dates.ts';

/** What the words mean on the day of receipt: a date, an ISO date, or null for none. */
type Reader = (match: RegExpExecArray, received: DateTime, context: DateContext) => DateTime | string | null;

const numbers: Readonly<Record<string, number>> = {
  ...{ ein: 1, eine: 1, einem: 1, einer: 1, zwei: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, sieben: 7 },
  ...{ acht: 8, neun: 9, zehn: 10, zwölf: 12, vierzehn: 14, dreißig: 30 },
};
const amounts = String.raw`\d{1,3}|${Object.keys(numbers).join('|')}`;
const month = String.raw`(${monthWords})(?: (20\d{2}))?`;
const thisOne = '(?:des|dieses|d\\.)(?: laufenden)?';
const nextOne = '(?:des |dieses )?(?:nächsten|kommenden|folgenden)';

/** Each way to name a day without its number; a space stands for any white space. */
const readers: readonly (readonly [RegExp, Reader])[] = (
  [
    [`in (${amounts}) (tag|woche|monat|jahr)(?:en|e|n)?`, inSpan],
    [`(?:ende|end|enn|letzten(?: tag)?|letzter)(?: vom| des(?: monats)?| von)? ${month}`, endOfMonth],
    [`mitte(?: des)? ${month}`, (match, _, context) => inMonth(match, 15, context)],
    [`(?:anfang|beginn)(?: des)? ${month}`, startOfMonth],
    [`ende ${nextOne} monats`, (_, at) => at.plus({ months: 1 }).endOf('month')],
    [`(?:ersten|anfang|beginn) ${nextOne} monats|${nextOne} (?:monatsersten|ersten)`, nextMonth],
    [`ende ${thisOne} (?:monats|mts\\.?)|monatsende|monatsletzten|ultimo`, (_, at) => at.endOf('month')],
    [`ende ${thisOne} quartals|quartalsende`, (_, at) => at.endOf('quarter')],
    [`ende ${thisOne} (?:jahres|js?\\.)|jahresende|jahresschlu(?:ss|ß)`, (_, at) => at.endOf('year')],
    ['jahreswechsel|jahresbeginn|neujahr', (_, at) => at.plus({ months: 9 }).startOf('year')],
    ['silvester', fixed(12, 31)],
    ['heiligabend|heiligen abend', fixed(12, 24)],
    ['weihnachten', fixed(12, 25)],
    ['nikolaus', fixed(12, 6)],
    ['martini', fixed(11, 11)],
    ['allerheiligen', fixed(11, 1)],
    ['johanni', fixed(6, 24)],
    ['lichtme(?:ss|ß)', fixed(2, 2)],
    ['ostern', (_, at) => easterNear(at, 0)],
    ['pfingsten', (_, at) => easterNear(at, 49)],
    ['(?:seit|ab) heute', (_, at) => at],
    ['ab morgen', (_, at) => at.plus({ days: 1 })],
    [
      `(?:ab|zum|mit)(?: dem)?(?: heuer)?(?: monat)? ${month}(?! ?\\d)|vom ${month} (?:an|ab|weg)`,
      startOfMonth,
    ],
    [`seit(?: dem)?(?: monat)? ${month}(?! ?\\d)`, sinceMonth],
  ] satisfies readonly (readonly [string, Reader])[]
).map(([words, reader]) => [wordsLike(words), reader] as const);

/** Days that are named and not numbered: "Ende Oktober", "in vier Wochen", "ab Juli", "zu Silvester". */
export function findSpokenDates(text: string, context: DateContext): readonly WrittenDate[] {
  const received = DateTime.fromISO(context.received, { zone: 'utc' });
  return readers.flatMap(([pattern, read]) =>
    [...text.matchAll(pattern)].map((match) => {
      const value = read(match, received, context);
      const [words] = match;
      const start = match.index;
      return { iso: isoOf(value), start, end: start + words.length, words, form: 'spoken' as const };
    }),
  );
}

function wordsLike(pattern: string): RegExp {
  return new RegExp(String.raw`(?<!\p{L})(?:${pattern.replaceAll(' ', String.raw`\s+`)})(?!\p{L})`, 'giu');
}

const isoOf = (value: DateTime | string | null): string | null =>
  value instanceof DateTime ? value.toISODate() : value;

function inSpan(match: RegExpExecArray, at: DateTime): DateTime | null {
  const amount = numbers[match[1]?.toLowerCase() ?? ''] ?? Number(match[1]);
  const units = { tag: 'days', woche: 'weeks', monat: 'months', jahr: 'years' } as const;
  const unit = units[match[2]?.toLowerCase() as keyof typeof units];
  return at.plus({ [unit]: amount });
}

/** The month and year that the pattern `month` captured, wherever in the match. */
function inMonth(match: RegExpExecArray, day: number, context: DateContext): string | null {
  const [name, year] = match.slice(1).filter((group) => group !== undefined);
  return dateIn(context, year, monthOf(name), day);
}

function startOfMonth(match: RegExpExecArray, _: DateTime, context: DateContext): string | null {
  return inMonth(match, 1, context);
}

function endOfMonth(match: RegExpExecArray, _: DateTime, context: DateContext): DateTime | null {
  const start = inMonth(match, 1, context);
  return start === null ? null : DateTime.fromISO(start, { zone: 'utc' }).endOf('month');
}

function sinceMonth(match: RegExpExecArray, _: DateTime, context: DateContext): string | null {
  return inMonth(match, 1, { ...context, past: true });
}

function nextMonth(_: RegExpExecArray, at: DateTime): DateTime {
  return at.plus({ months: 1 }).startOf('month');
}

function fixed(monthOfYear: number, day: number): Reader {
  return (_, __, context) => dateIn(context, undefined, monthOfYear, day);
}

/** Easter Sunday plus some days: this year's unless it is long over. */
function easterNear(at: DateTime, plusDays: number): DateTime {
  const thisYear = easter(at.year).plus({ days: plusDays });
  return at.diff(thisYear, 'days').days > 60 ? easter(at.year + 1).plus({ days: plusDays }) : thisYear;
}
