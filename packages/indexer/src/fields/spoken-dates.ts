import { DateTime } from 'luxon';
import { feastWords } from './feasts.ts';
import { numberWord } from './number-words.ts';
import * as on from './relative-days.ts';
import { type DateContext, monthNames, monthWords, type WrittenDate } from './written-dates.ts';

const amounts = String.raw`\d{1,3}|${numberWord}`;
const month = String.raw`(?:monats? )?(${monthWords})(?: (20\d{2}))?`;
const thisOne = '(?:des|dieses|dem|d\\.)(?: laufenden)?';
const nextOne = '(?:des |dieses |dem )?(?:nächste[nm]?|kommende[nm]?|folgende[nm]?)';
const notNumbered = '(?!,?(?: de[mn])? \\d)';
const beginning = '(?:ab|von|angefangen(?: mit| im| ab)?|beginnend(?: mit| im| ab)?|erstmals(?: im| ab)?)';
const theDay = '(?:zum|am|jeden)';

/** Each way to name a day without its number; a space stands for any white space. */
const readers: readonly (readonly [RegExp, on.DayReader])[] = (
  [
    [`in (${amounts}) (tag|woche|monat|jahr)(?:en|e|n)?`, on.inSpan],
    [`seit (${amounts}) (tag|woche|monat)(?:en|e|n)?`, on.sinceSpan],
    [
      `(?:(?:monats)?ende|end|enn|ablauf|letzten(?: tag)?|letzter)(?: vom| des(?: monats)?| von)? ${month}`,
      on.endOfMonth,
    ],
    [`(${monthNames})ende(?: (20\\d{2}))?`, on.endOfMonth],
    [`mitte(?: des)? ${month}`, on.middleOfMonth],
    [`(?:anfang|beginn)(?: des)? ${month}`, on.startOfMonth],
    [`ende ${nextOne} monats`, (_, at) => at.plus({ months: 1 }).endOf('month')],
    [
      `(?:ersten|anfang|beginn) ${nextOne} monats|${nextOne} (?:monatsersten|ersten)|(?:ab|im) ${nextOne} monat`,
      on.nextMonth,
    ],
    [
      `(?:ende|ablauf|letzten) ${thisOne} (?:monats|mts\\.?)|mit dem laufenden monat|monatsende|monatsletzten|(?:monats)?ultimo`,
      (_, at) => at.endOf('month'),
    ],
    [`ende ${thisOne} quartals|quartalsende`, (_, at) => at.endOf('quarter')],
    [`([1-4])\\. quartal(?: (20\\d{2}))?`, on.startOfQuarter],
    [
      `(?:ende|ablauf) ${thisOne} (?:jahres|js?\\.)|jahresende|jahresschlu(?:ss|ß)`,
      (_, at) => at.endOf('year'),
    ],
    ['jahreswechsel', on.turnOfYear],
    ['(?:seit )?jahres(?:beginn|anfang)|neujahr|neuen jahr', on.newYear],
    [`(?:ende (?:der )?)?(?:kw|kalenderwoche)\\s*(\\d{1,2})`, on.inWeek],
    [`(?<=(?:zu|zum|zu den|an|am|ab|dem|bis|seit|nach)\\s)(?:${feastWords})`, on.feast],
    ['(?:seit|ab) heute', (_, at) => at],
    ['seit gestern', (_, at) => at.minus({ days: 1 })],
    ['seit vorgestern', (_, at) => at.minus({ days: 2 })],
    ['ab morgen', (_, at) => at.plus({ days: 1 })],
    [`ab(?: dem| ${nextOne})? (${on.weekdays})${notNumbered}`, on.nextWeekday],
    [`seit(?: dem| letzte[nm]| vorige[nm])? (${on.weekdays})${notNumbered}`, on.lastWeekday],
    [
      `${theDay} (\\d{1,2})\\.(?: (?:jeden|jedes|des|eines jeden) monats)?,? ${beginning} ${month}`,
      on.dayOfMonth,
    ],
    [`${beginning} ${month},?(?: immer| jeweils| je)? ${theDay} (\\d{1,2})\\.(?!\\s*\\d)`, on.monthAndDay],
    [`(?:ab|mit|zum|seit)(?: dem)? (\\d{1,2})\\.(?= (?-i:\\p{Ll})|[,;:)]|\\s*(?:\\n|$))`, on.dayAlone],
    [`(?:zum|ab(?: dem)?|seit dem) (?-i:Ersten)(?! (?-i:\\p{Lu}))`, on.firstOfMonth],
    [`mit(?: dem)? ${month}(?!\\s*\\d)`, on.withMonth],
    [
      `(?:ab|zum|erstmals|beginnend|angefangen)(?: dem| im)?(?: heuer)? ${month}(?!\\s*\\d)|vo[nm] ${month} (?:an|ab|weg)`,
      on.startOfMonth,
    ],
    [
      `(?:ab|mit|zu)(?: de[rm])? (${monthNames})-?(?:rechnung|abrechnung|abbuchung|einzug|rate)`,
      on.startOfMonth,
    ],
    [`seit(?: dem)? ${month}(?!\\s*\\d)`, on.sinceMonth],
  ] satisfies readonly (readonly [string, on.DayReader])[]
).map(([words, reader]) => [wordsLike(words), reader] as const);

/** Days that are named and not numbered: "Ende Oktober", "in vier Wochen", "ab Juli", "zu Silvester". */
export function findSpokenDates(text: string, context: DateContext): readonly WrittenDate[] {
  const received = DateTime.fromISO(context.received, { zone: 'utc' });
  const found = readers.flatMap(([pattern, read]) =>
    [...text.matchAll(pattern)].map((match) => {
      const value = read(match, received, context);
      const [words] = match;
      const start = match.index;
      return { iso: isoOf(value), start, end: start + words.length, words, form: 'spoken' as const };
    }),
  );
  return found.filter((one) => !found.some((other) => isWithin(one, other)));
}

/** "Monatsende März" says more than "Monatsende". */
const isWithin = (one: WrittenDate, other: WrittenDate): boolean =>
  other.start <= one.start && one.end <= other.end && other.words.length > one.words.length;

function wordsLike(pattern: string): RegExp {
  return new RegExp(String.raw`(?<!\p{L})(?:${pattern.replaceAll(' ', String.raw`\s+`)})(?!\p{L})`, 'giu');
}

const isoOf = (value: DateTime | string | null): string | null =>
  value instanceof DateTime ? value.toISODate() : value;
