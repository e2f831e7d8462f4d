import { foldGerman } from '@mailroom/core';

/** The filters of a query line, by the name they have in German; English names mean the same. */
export const filterNames = {
  konto: ['konto', 'kunde', 'account'],
  seit: ['seit', 'ab', 'since', 'from'],
  bis: ['bis', 'until', 'to'],
  kanal: ['kanal', 'channel'],
  anliegen: ['anliegen', 'intent'],
  queue: ['queue', 'abteilung', 'department'],
  status: ['status', 'state', 'zustand'],
} as const;
export type FilterName = keyof typeof filterNames;

/** What somebody typed: "kündigung konto:6029481735 seit:2026-08-01". */
export interface QueryLine {
  readonly words: readonly string[];
  /** Digits and letters only, lower case. */
  readonly numbers: readonly string[];
  readonly filters: Partial<Record<FilterName, string>>;
}

const filter = /(?:^|\s)([\p{L}]+):(?:"([^"]*)"|(\S*))/gu;
/** Digits with the spaces, dashes and slashes that people put between them, perhaps behind letters ("K 4417-882"). */
const number = /\b[a-z]{0,3}[ -]?\+?\d[\d ./-]{2,}\d\b|\b[a-z]{0,3}\d{4,}\b/giu;

export function parseQueryLine(line: string): QueryLine {
  const filters: Partial<Record<FilterName, string>> = {};
  const free = line.replace(filter, (all, name: string, quoted?: string, plain?: string) => {
    const known = filterNamed(name);
    if (!known) return all;
    const value = (quoted ?? plain ?? '').trim();
    if (value !== '') filters[known] = value;
    return ' ';
  });
  const numbers: string[] = [];
  const rest = free.replace(number, (found) => {
    numbers.push(found.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase());
    return ' ';
  });
  return { words: rest.match(/[\p{L}\p{N}]+/gu) ?? [], numbers, filters };
}

function filterNamed(name: string): FilterName | undefined {
  const folded = foldGerman(name);
  const found = Object.entries(filterNames).find(([, names]) => names.some((one) => one === folded));
  return found?.[0] as FilterName | undefined; // the keys of filterNames
}

const weekdays = ['sonntag', 'montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag'];
const weekdaysEnglish = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/**
 * A day as people type it: 2026-08-01, 1.8.2026, 1.8., heute, gestern, donnerstag (the last one before
 * today). ISO date, or undefined when it is none. `today` is an ISO date.
 */
export function parseDay(text: string, today: string): string | undefined {
  const word = foldGerman(text);
  if (word === 'heute' || word === 'today') return today;
  if (word === 'gestern' || word === 'yesterday') return daysBefore(today, 1);
  const weekday = [weekdays, weekdaysEnglish]
    .map((names) => names.findIndex((name) => word.length >= 2 && name.startsWith(word)))
    .find((index) => index >= 0);
  if (weekday !== undefined) return daysBefore(today, ((new Date(today).getUTCDay() - weekday + 6) % 7) + 1);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(word);
  if (iso) return validDay(iso[1], iso[2], iso[3]);
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{2,4})?$/.exec(word);
  if (!german) return undefined;
  const year = german[3] ?? today.slice(0, 4);
  return validDay(year.length === 2 ? `20${year}` : year, german[2], german[1]);
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}

function validDay(year = '', month = '', day = ''): string | undefined {
  const text = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : undefined;
}
