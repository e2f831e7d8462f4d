/** A stretch of time that is searched at once; undefined lexemes: all there is. */
export interface SearchWindow {
  /** Any of these lexemes marks a letter of the window. */
  readonly lexemes: readonly string[] | undefined;
  /** How many calendar days it has, about. */
  readonly days: number;
  /** Every letter from here on lies in the window. */
  readonly from: Date;
}

const dayMs = 86_400_000;

/**
 * The windows in which letters are looked for, newest first: a day, then each about eight times as long as the one
 * before. The index intersects words with days without reading the words of other days, so a common word fills its page
 * from one day, and only a rare one is looked for in all years.
 */
export function searchWindows(newest: Date): readonly SearchWindow[] {
  const midnight = Math.floor(newest.getTime() / dayMs) * dayMs;
  return [
    windowOfDays(midnight, 1),
    windowOfDays(midnight, 8),
    windowOfMonths(newest, 3),
    { lexemes: undefined, days: Number.POSITIVE_INFINITY, from: new Date(0) },
  ];
}

function windowOfDays(midnight: number, days: number): SearchWindow {
  const starts = Array.from({ length: days }, (_, back) => new Date(midnight - back * dayMs));
  return {
    days,
    lexemes: starts.map((day) => `Day:${day.toISOString().slice(0, 10)}`),
    from: starts.at(-1) ?? new Date(midnight),
  };
}

function windowOfMonths(newest: Date, months: number): SearchWindow {
  const starts = Array.from(
    { length: months },
    (_, back) => new Date(Date.UTC(newest.getUTCFullYear(), newest.getUTCMonth() - back, 1)),
  );
  return {
    days: 30 * months,
    lexemes: starts.map((month) => `Month:${month.toISOString().slice(0, 7)}`),
    from: starts.at(-1) ?? newest,
  };
}
