import type { Sheets } from '@mailroom/database';

/** What of a counted tray has come in; ranges as people write them: "17", "20-22". */
export interface SheetCount {
  /** Different sheets that came in. */
  readonly received: number;
  readonly missing: readonly string[];
  /** Came in with more than one document. */
  readonly double: readonly string[];
  /** Beyond what was counted. */
  readonly surplus: readonly string[];
}

export function countSheets(counted: number, documents: readonly Sheets[]): SheetCount {
  const times = new Map<number, number>();
  for (const { first, last } of documents) {
    for (let sheet = first; sheet <= last; sheet += 1) times.set(sheet, (times.get(sheet) ?? 0) + 1);
  }
  const places = Array.from({ length: counted }, (_, index) => index + 1);
  const received = [...times.keys()].toSorted((one, other) => one - other);
  return {
    received: received.length,
    missing: ranges(places.filter((sheet) => !times.has(sheet))),
    double: ranges(received.filter((sheet) => (times.get(sheet) ?? 0) > 1)),
    surplus: ranges(received.filter((sheet) => sheet > counted)),
  };
}

/** Neighbours together; the numbers ascend. */
function ranges(sheets: readonly number[]): string[] {
  const found: { first: number; last: number }[] = [];
  for (const sheet of sheets) {
    const open = found.at(-1);
    if (open?.last === sheet - 1) open.last = sheet;
    else found.push({ first: sheet, last: sheet });
  }
  return found.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`));
}
