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

/** A line of its own, or after a city's name. */
function standsAsDateline(before: string, after: string): boolean {
  const ends = /^\s*(?:\n|$|\s{3})/.test(after);
  const alone = /(?:^|\n)\s*(?:\p{L}+tag,?\s*)?(?:den|am)?\s*$/u.test(before) && ends;
  return alone || (dateline.test(before) && (ends || /,\s*(?:den|d\.)?\s*$/u.test(before)));
}

/** "Fulda, den": a city before the date of a letter. */
const dateline =
  /(?:^|\n)[ \t]*(?!(?:Seit|Ab|Zum|Am|Von|Vom|Bis|Mit|Im|Per|Und|Der|Die|Das|Ich|Wir)\b)\p{Lu}[\p{L}/().-]+(?: (?:(?:am|an der|a\. ?d\.|bei|in|im|ob der) )?\p{Lu}[\p{L}/().-]+){0,2}(?:,? ?(?:den|d\.)|,(?: ?(?:am|im))?)?[ \t]*$/u;
