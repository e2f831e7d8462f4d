import { DateTime } from 'luxon';
import { feastDay } from './feasts.ts';
import { numberOf } from './number-words.ts';
import { type DateContext, dateIn, monthOf } from './written-dates.ts';

/** What words mean on the day of receipt: a date, an ISO date, or null for none. */
export type DayReader = (
  match: RegExpExecArray,
  received: DateTime,
  context: DateContext,
) => DateTime | string | null;

export const inSpan = (match: RegExpExecArray, at: DateTime): DateTime => at.plus(spanOf(match));
export const sinceSpan = (match: RegExpExecArray, at: DateTime): DateTime => at.minus(spanOf(match));

function spanOf([, written = '', word = '']: RegExpExecArray): Record<string, number> {
  const units = { tag: 'days', woche: 'weeks', monat: 'months', jahr: 'years' } as const;
  return { [units[word.toLowerCase() as keyof typeof units]]: numberOf(written) ?? Number(written) };
}

/** The month and year that the pattern `month` captured, wherever in the match. */
function inMonth(match: RegExpExecArray, day: number, context: DateContext): string | null {
  const [name, year] = match.slice(1).filter((group) => group !== undefined);
  return dateIn(context, year, monthOf(name), day);
}

export const startOfMonth: DayReader = (match, _, context) => inMonth(match, 1, context);
export const middleOfMonth: DayReader = (match, _, context) => inMonth(match, 15, context);
export const sinceMonth: DayReader = (match, _, context) => inMonth(match, 1, { ...context, past: true });

export const endOfMonth: DayReader = (match, _, context) => {
  const start = inMonth(match, 1, context);
  return start === null ? null : DateTime.fromISO(start, { zone: 'utc' }).endOf('month');
};

/** "mit dem Juni": what begins, begins with it; what ends, ends with it. */
export const withMonth: DayReader = (match, at, context) =>
  (context.ends ? endOfMonth : startOfMonth)(match, at, context);

/** "zum 15., ab April" and "ab April immer zum 15.". */
export const dayOfMonth: DayReader = ({ 1: day, 2: month, 3: year }, _, context) =>
  dateIn(context, year, monthOf(month), Number(day));
export const monthAndDay: DayReader = ({ 1: month, 2: year, 3: day }, _, context) =>
  dateIn(context, year, monthOf(month), Number(day));

export function nextMonth(_: RegExpExecArray, at: DateTime): DateTime {
  return at.plus({ months: 1 }).startOf('month');
}

export function firstOfMonth(match: RegExpExecArray, at: DateTime): DateTime {
  return isSince(match) ? at.startOf('month') : nextMonth(match, at);
}

/** "ab dem 15.": the next one, "seit dem 15." the last. */
export function dayAlone(match: RegExpExecArray, at: DateTime): DateTime | null {
  const day = Number(match[1]);
  const thisMonth = at.set({ day });
  if (day < 1 || thisMonth.day !== day) return null;
  if (isSince(match)) return thisMonth > at ? thisMonth.minus({ months: 1 }) : thisMonth;
  return thisMonth < at ? thisMonth.plus({ months: 1 }) : thisMonth;
}

const isSince = ({ 0: words }: RegExpExecArray): boolean => /^seit/i.test(words);

const week = ['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag', 'sonntag'];
export const weekdays = week.join('|');

export function nextWeekday(match: RegExpExecArray, at: DateTime): DateTime {
  return at.plus({ days: (weekdayOf(match) - at.weekday + 6) % 7 }).plus({ days: 1 });
}

export function lastWeekday(match: RegExpExecArray, at: DateTime): DateTime {
  return at.minus({ days: (at.weekday - weekdayOf(match) + 6) % 7 }).minus({ days: 1 });
}

const weekdayOf = (match: RegExpExecArray): number => week.indexOf(match[1]?.toLowerCase() ?? '') + 1;

/** A calendar week begins on Monday (ISO 8601). */
export function inWeek(match: RegExpExecArray, at: DateTime): DateTime | null {
  const start = at.set({ weekNumber: Number(match[1]), weekday: 1 });
  if (!start.isValid) return null;
  return /^ende/i.test(match[0]) ? start.plus({ days: 6 }) : start;
}

export const startOfQuarter: DayReader = ({ 1: quarter, 2: year }, _, context) =>
  dateIn(context, year, 3 * Number(quarter) - 2, 1);

/** In its first two months, or since then, the year that has begun; else the next. */
export const newYear = (match: RegExpExecArray, at: DateTime): DateTime =>
  at.plus({ months: isSince(match) ? 0 : 10 }).startOf('year');

/** The year turns from its last day to the first of the next. */
export const turnOfYear: DayReader = (match, at, { ends }) => (ends ? at.endOf('year') : newYear(match, at));

/** This year's unless it is long over. */
export function feast({ 0: words }: RegExpExecArray, at: DateTime): DateTime | null {
  const thisYear = feastDay(words, at.year);
  return thisYear && at.diff(thisYear, 'days').days > 60 ? feastDay(words, at.year + 1) : thisYear;
}
