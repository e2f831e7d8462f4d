/** Details of an event or of an audit entry, as they are stored. */
export type Details = Readonly<Record<string, unknown>>;

export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : value == null ? '' : String(value);

const timeZone = 'Europe/Berlin';

/** Numbers and times as people here read them. Instants come as ISO text. */
export function formatsIn(locale: string) {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone, ...options });
    return (at: string | Date) => {
      const date = new Date(at);
      return Number.isNaN(date.getTime()) ? String(at) : formatter.format(date);
    };
  };
  const integer = new Intl.NumberFormat(locale);
  const euros = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  return {
    day: format({ weekday: 'short', day: 'numeric', month: 'short' }),
    date: format({ day: '2-digit', month: '2-digit', year: 'numeric' }),
    moment: format({ day: '2-digit', month: '2-digit', year: '2-digit', hour: '2-digit', minute: '2-digit' }),
    time: format({ hour: '2-digit', minute: '2-digit' }),
    count: (value: number) => integer.format(value),
    amount: (value: string) => (Number.isNaN(Number(value)) ? value : euros.format(Number(value))),
    share: (value: number) => percent.format(value),
    age: (since: string | null) => ageIn(locale, since),
  };
}
export type Formats = ReturnType<typeof formatsIn>;

const civil = new Intl.DateTimeFormat('en-CA', {
  timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Whole days from today to a day, by the calendar: yesterday is -1. */
export function daysUntil(at: string | Date, now = new Date()): number {
  const [then, today] = [new Date(at), now].map((one) => Date.parse(civil.format(one)));
  return Math.round(((then ?? 0) - (today ?? 0)) / 86_400_000);
}

function ageIn(locale: string, since: string | null): string {
  if (since === null) return '';
  const minutes = Math.max(1, (Date.now() - Date.parse(since)) / 60_000);
  const [value, unit] =
    minutes < 60 ? [minutes, 'minute'] : minutes < 1440 ? [minutes / 60, 'hour'] : [minutes / 1440, 'day'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.floor(value),
  );
}
