import { standsAsDateline } from './effective-date.ts';
import { findDays } from './written-dates.ts';

/** A letter that was so many days on its way comes out of an archive: its own date tells what "1. Juni" means. */
const longestWayDays = 45;

const mailHeader = /^(?:Von|Betreff):.*\nDatum: $/s;

/** The day from which the dates of a letter are to be understood: its receipt, or its own date when that is long past. */
export function writtenOn(text: string, received: string): string {
  const [own] = findDays(text, { received }).filter(
    ({ iso, start, end, words }) =>
      iso !== null &&
      iso <= received &&
      /20\d{2}|\d{2}\.? ?\d{2}\.? ?\d{2}$/.test(words) &&
      (standsAsDateline(text.slice(Math.max(0, start - 60), start), text.slice(end, end + 60)) ||
        mailHeader.test(text.slice(0, start))),
  );
  if (!own?.iso) return received;
  const days = (Date.parse(received) - Date.parse(own.iso)) / 86_400_000;
  return days > longestWayDays ? own.iso : received;
}
