import { findCues, quotedBit } from './cues.ts';

/** A stretch of a folded sentence, and how it is said (bits of the cues, and whether it is quoted). */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly cues: number;
}

const borders = /[,;:!?()"]|\s[-–]\s|\.\s|\b(?:aber|sondern|jedoch|wobei|denn|weil|da)\b/g;

/** The clauses of a folded sentence; what stands between quotation marks is a clause of its own, marked as quoted. */
export function readClauses(folded: string): Clause[] {
  const quotes = quotedRanges(folded);
  const clauses: Clause[] = [];
  let start = 0;
  for (const match of folded.matchAll(borders)) {
    clauses.push(toClause(folded, start, match.index, quotes));
    start = match.index;
  }
  clauses.push(toClause(folded, start, folded.length, quotes));
  return clauses.filter((clause) => clause.end - clause.start > 1);
}

/** The cues at a position of the sentence. */
export function cuesAt(clauses: readonly Clause[], position: number): number {
  return clauses.find((clause) => position < clause.end)?.cues ?? 0;
}

function toClause(folded: string, start: number, end: number, quotes: readonly [number, number][]): Clause {
  const middle = (start + end) / 2;
  const quoted = quotes.some(([from, to]) => middle > from && middle < to);
  return { start, end, cues: findCues(folded.slice(start, end)) | (quoted ? quotedBit : 0) };
}

/**
 * Between pairs of quotation marks. Recognition loses marks, and a quotation may be several sentences: one that only
 * closes quotes what is before it, one that only opens what is behind it.
 */
function quotedRanges(folded: string): [number, number][] {
  const marks = [...folded.matchAll(/"/g)].map((match) => match.index);
  const isOdd = marks.length % 2 === 1;
  const closesOnly = isOdd && /^\S"(?:$|[\s.,;:!?)])/.test(folded.slice((marks[0] ?? 0) - 1));
  const opensOnly =
    isOdd && !closesOnly && /^(?:"|[\s(]")[^\s"]/.test(folded.slice(Math.max(0, (marks.at(-1) ?? 0) - 1)));
  const borders = [...(closesOnly ? [0] : []), ...marks, ...(opensOnly ? [folded.length] : [])];
  return borders.flatMap((mark, index): [number, number][] => {
    const end = borders[index + 1];
    return index % 2 === 0 && end !== undefined ? [[mark, end]] : [];
  });
}
