import { isHoliday, type Region } from 'feiertagejs';
import { DateTime } from 'luxon';
import { z } from 'zod';

/** ISO codes of the federal states; BUND: only the holidays of the whole country. */
export const regions = [
  ...(['BUND', 'BW', 'BY', 'BE', 'BB', 'HB', 'HH', 'HE', 'MV', 'NI', 'NW', 'RP'] as const),
  ...(['SL', 'SN', 'ST', 'SH', 'TH'] as const),
] as const satisfies readonly Region[];

/** When a company works. */
export const calendarSchema = z.object({
  /** Whose holidays are no business days. */
  region: z.enum(regions),
  timeZone: z.string().refine((zone) => DateTime.local().setZone(zone).isValid, 'is not a time zone'),
  /** A fax or mail after this hour counts on the next business day (BGB s.130). */
  closesAtHour: z.number().min(0).max(24),
  /** Further days on which nobody works: ISO dates. */
  closedDays: z.array(z.iso.date()).readonly(),
});
export type BusinessCalendar = Readonly<z.infer<typeof calendarSchema>>;

export const defaultCalendar: BusinessCalendar = {
  region: 'BUND',
  timeZone: 'Europe/Berlin',
  closesAtHour: 18,
  closedDays: [],
};

/** The civil date of an instant in the calendar's time zone, as ISO date. */
export function civilDate(at: Date, calendar: BusinessCalendar): string {
  return isoDate(DateTime.fromJSDate(at, { zone: calendar.timeZone }));
}

export function isBusinessDay(date: string, calendar: BusinessCalendar): boolean {
  return !calendar.closedDays.includes(date) && isPublicBusinessDay(date, calendar);
}

function isPublicBusinessDay(date: string, calendar: BusinessCalendar): boolean {
  const key = `${calendar.region} ${date}`;
  const known = businessDays.get(key);
  if (known !== undefined) return known;
  const day = DateTime.fromISO(date, { zone: 'utc' });
  const isOne = day.weekday <= 5 && !isHoliday(new Date(day.year, day.month - 1, day.day), calendar.region);
  if (businessDays.size > 10_000) businessDays.clear();
  businessDays.set(key, isOne);
  return isOne;
}

/** The same few days are asked for with every document, and a holiday costs a millisecond to find out. */
const businessDays = new Map<string, boolean>();

/** `date` itself when it is a business day, else the next one. */
export function nextBusinessDay(date: string, calendar: BusinessCalendar): string {
  let day = date;
  while (!isBusinessDay(day, calendar)) day = addDays(day, 1);
  return day;
}

/** `amount` business days after `date`; `date` itself does not count. */
export function addBusinessDays(date: string, amount: number, calendar: BusinessCalendar): string {
  let day = date;
  for (let left = amount; left > 0; left -= 1) day = nextBusinessDay(addDays(day, 1), calendar);
  return day;
}

export function addDays(date: string, amount: number): string {
  return isoDate(DateTime.fromISO(date, { zone: 'utc' }).plus({ days: amount }));
}

/** The last instant of a civil date in the calendar's time zone. */
export function endOfDay(date: string, calendar: BusinessCalendar): Date {
  return DateTime.fromISO(date, { zone: calendar.timeZone }).endOf('day').toJSDate();
}

function isoDate(at: DateTime): string {
  const date = at.toISODate();
  if (date === null) throw new RangeError(`not a date: ${at.invalidExplanation}`);
  return date;
}
