import { DateTime } from 'luxon';

/** A date in a text. `iso` is null for one that does not exist ("31.02."). */
export interface WrittenDate {
  readonly iso: string | null;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** `day`: written as a day; `spoken`: "Ende Oktober", "in vier Wochen". */
  readonly form: 'day' | 'spoken';
}

/** What tells the year of a date without one. */
export interface DateContext {
  /** ISO date. */
  readonly received: string;
  /** The date lies behind, whatever its month. */
  readonly past?: boolean;
  /** What the letter asks for ends something, rather than beginning it. */
  readonly ends?: boolean;
}

const months: Readonly<Record<string, number>> = {
  januar: 1,
  jänner: 1,
  jan: 1,
  februar: 2,
  feber: 2,
  feb: 2,
  märz: 3,
  maerz: 3,
  marz: 3,
  mrz: 3,
  april: 4,
  apr: 4,
  mai: 5,
  juni: 6,
  juno: 6,
  jun: 6,
  juli: 7,
  julei: 7,
  jul: 7,
  august: 8,
  aug: 8,
  september: 9,
  sept: 9,
  sep: 9,
  oktober: 10,
  okt: 10,
  november: 11,
  nov: 11,
  dezember: 12,
  dez: 12,
};
export const monthNames = Object.keys(months)
  .sort((a, b) => b.length - a.length)
  .join('|');
export const monthWords = String.raw`(?:${monthNames})\b\.?`;
export const monthOf = (word = ''): number | undefined => months[word.toLowerCase().replace(/\.$/, '')];

const noYear = String.raw`(?!\d|[.,]\d|\s*(?:uhr|euro|€|eur|jahre|monate|tage|mal))`;
/** After a space two digits are rather a number of their own: "wird am 3. Mai 18". */
const year = String.raw`(?:20\d{2}|(?:(?<!\s)['’]?\d|(?<=\s)['’]?[23])\d${noYear})`;
const numeric = new RegExp(
  String.raw`(?<![\d,/-]|\d\.)([0-3]?\d)(?:\. ?|/)([01]?\d)(?:(?:\. ?|/)(${year}|19\d{2}))?(?!\d|[/-]\d|\.\d|,\d{2}\b)\.?`,
  'giu',
);
/** "zum 31 10 26": only where a word announces a date. */
const spaced =
  /(?<=(?:zum|ab|per|bis|seit|am|dem|den) )([0-3]\d) ([01]\d) (20\d{2}|[23]\d)(?![\d,]|\.\d| ?\d)/giu;
const iso = /(?<!\d)(20\d{2})-([01]\d)-([0-3]\d)(?!\d)/g;
const ordinals: Readonly<Record<string, number>> = {
  ersten: 1,
  erster: 1,
  fünfzehnten: 15,
  zehnten: 10,
  zwanzigsten: 20,
};
const named = new RegExp(
  String.raw`(?<![\d.])([0-3]?\d|${Object.keys(ordinals).join('|')})(?:\. ?|(?<=(?:am|zum|ab|dem|den|bis) \d{1,2}), ?| )(${monthWords})(?: *(${year}|19\d{2})(?!\d))?`,
  'giu',
);

/** Days written with day and month, in reading order; the year may be missing. */
export function findDays(text: string, context: DateContext): readonly WrittenDate[] {
  const found = [
    ...[...text.matchAll(iso)].map((match) => day(match, dateOf(match[1], match[2], match[3]))),
    ...[...text.matchAll(numeric)]
      .filter(isDate)
      .map((match) =>
        day(match, dateIn(contextAt(match, context), match[3], Number(match[2]), Number(match[1]))),
      ),
    ...[...text.matchAll(spaced)].map((match) =>
      day(match, dateIn(context, match[3], Number(match[2]), Number(match[1]))),
    ),
    ...[...text.matchAll(named)].map((match) =>
      day(match, dateIn(contextAt(match, context), match[3], monthOf(match[2]), dayNumber(match[1]))),
    ),
  ];
  return found.sort((one, other) => one.start - other.start);
}

/** What came "seit dem 1. April" lies behind. */
function contextAt({ input, index }: RegExpExecArray, context: DateContext): DateContext {
  return {
    ...context,
    past: /seit(?: dem| de[mn] \p{L}+,?)?\s*$/iu.test(input.slice(Math.max(0, index - 30), index)),
  };
}

const dayNumber = (written = ''): number => ordinals[written.toLowerCase()] ?? Number(written);

/** "Zimmer 3.12." */
const numbered = /(?<!\p{L})(?:zimmer|raum|wohnung|whg\.?|nr\.?|nummer|punkt|ziffer|version)\s*$/iu;

/** "1.11" without the second dot or a year is rather a version or an amount, "1/2" a fraction; "zum 1.11" is a date. */
function isDate({ 0: words, 3: writtenYear, input, index }: RegExpExecArray): boolean {
  if (writtenYear !== undefined) return true;
  if (numbered.test(input.slice(Math.max(0, index - 12), index))) return false;
  if (/\d\. ?\d{1,2}\.$/.test(words)) return true;
  return (
    /^\d{1,2}\.(?:0?[1-9]|1[0-2])$/.test(words) &&
    /(?<!\p{L})(?:zum|ab|bis|per|seit|am|dem|den)\s+$/iu.test(input.slice(Math.max(0, index - 6), index)) &&
    !/^\s*(?:uhr|h\b|€|eur|gb|mb|%)/iu.test(input.slice(index + words.length, index + words.length + 8))
  );
}

function day(match: RegExpExecArray, value: string | null): WrittenDate {
  const start = match.index;
  return { iso: value, start, end: start + match[0].length, words: match[0], form: 'day' };
}

const dateOf = (y = '', m = '', d = ''): string | null => valid(Number(y), Number(m), Number(d));

/** A date with its year as written, or with the likeliest one. */
export function dateIn(
  context: DateContext,
  writtenYear: string | undefined,
  month: number | undefined,
  dayOfMonth: number,
): string | null {
  if (month === undefined) return null;
  const digits = writtenYear?.replace(/\D/g, '');
  if (digits) return valid(fullYear(Number(digits)), month, dayOfMonth);
  return valid(likelyYear(context, month, dayOfMonth), month, dayOfMonth);
}

/** "30.1.95" is a birthday. */
const fullYear = (digits: number): number => digits + (digits < 60 ? 2000 : digits < 100 ? 1900 : 0);

const longestBackDays = 120;
const longestAheadDays = 300;

/** People leave the year out of dates that are near, and of those ahead rather than behind. */
function likelyYear({ received, past = false }: DateContext, month: number, dayOfMonth: number): number {
  const at = DateTime.fromISO(received, { zone: 'utc' });
  const ahead = DateTime.utc(at.year, month, Math.min(dayOfMonth, 28)).diff(at, 'days').days;
  if (past) return ahead > 0 ? at.year - 1 : at.year;
  if (ahead < -longestBackDays) return at.year + 1;
  return ahead > longestAheadDays ? at.year - 1 : at.year;
}

function valid(y: number, m: number, d: number): string | null {
  const date = DateTime.utc(y, m, d);
  return date.isValid ? date.toISODate() : null;
}
