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

/** Between pairs of quotation marks; an odd mark (a lost partner) opens nothing. */
function quotedRanges(folded: string): [number, number][] {
  const marks = [...folded.matchAll(/"/g)].map((match) => match.index);
  const ranges: [number, number][] = [];
  for (let index = 0; index + 1 < marks.length; index += 2) {
    ranges.push([marks[index] ?? 0, marks[index + 1] ?? 0]);
  }
  return ranges;
}
