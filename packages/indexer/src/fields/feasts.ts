import { DateTime } from 'luxon';
import { easter } from './easter.ts';

const fixed: Readonly<Record<string, readonly [month: number, day: number]>> = {
  dreikönig: [1, 6],
  lichtmess: [2, 2],
  maifeiertag: [5, 1],
  johanni: [6, 24],
  'tag der deutschen einheit': [10, 3],
  reformationstag: [10, 31],
  allerheiligen: [11, 1],
  allerseelen: [11, 2],
  martini: [11, 11],
  martinstag: [11, 11],
  nikolaus: [12, 6],
  heiligabend: [12, 24],
  weihnachten: [12, 25],
  silvester: [12, 31],
};

/** Days after Easter Sunday. */
const movable: Readonly<Record<string, number>> = {
  aschermittwoch: -46,
  karfreitag: -2,
  ostern: 0,
  ostermontag: 1,
  himmelfahrt: 39,
  pfingstsamstag: 48,
  pfingsten: 49,
  pfingstmontag: 50,
  fronleichnam: 60,
};

const firstAdvent = /^(?:1\.|ersten) advent$/;
const spellings: Readonly<Record<string, string>> = {
  lichtmeß: 'lichtmess',
  'heiligen abend': 'heiligabend',
  'heilige drei könige': 'dreikönig',
  'heiligen drei königen': 'dreikönig',
};

/** What `feastDay` understands. */
export const feastWords = [
  '(?:1\\.|ersten) advent',
  ...Object.keys({ ...spellings, ...fixed, ...movable }),
].join('|');

/** A feast's day in a year. */
export function feastDay(written: string, year: number): DateTime | null {
  const words = written.toLowerCase().replace(/\s+/g, ' ');
  const feast = spellings[words] ?? words;
  const day = fixed[feast];
  if (day) return DateTime.utc(year, ...day);
  const afterEaster = movable[feast];
  if (afterEaster !== undefined) return easter(year).plus({ days: afterEaster });
  return firstAdvent.test(feast) ? DateTime.utc(year, 12, 24).startOf('week').minus({ days: 22 }) : null;
}
