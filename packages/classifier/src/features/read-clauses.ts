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
 * Between pairs of quotation marks. Recognition loses marks, and a quotation may be several sentences: an odd mark that
 * only closes quotes what is before it, one that only opens what is behind it.
 */
function quotedRanges(folded: string): [number, number][] {
  const marks = [...folded.matchAll(/"/g)].map((match) => match.index);
  if (marks.length % 2 === 1) {
    if (closes(folded, marks[0] as number)) marks.unshift(0);
    else if (opens(folded, marks.at(-1) as number)) marks.push(folded.length);
  }
  return marks.flatMap((mark, index): [number, number][] => {
    const end = marks[index + 1];
    return index % 2 === 0 && end !== undefined ? [[mark, end]] : [];
  });
}

/** Behind a word; a number with a space behind the mark is inches. */
const closes = (folded: string, mark: number): boolean =>
  /[^\s\d]$/.test(folded.slice(0, mark))
    ? /^"(?:$|[\s.,;:!?)])/.test(folded.slice(mark))
    : /\d$/.test(folded.slice(0, mark)) && /^"(?:$|[.,;:!?)])/.test(folded.slice(mark));

const opens = (folded: string, mark: number): boolean =>
  /(?:^|[\s(])$/.test(folded.slice(0, mark)) && /^"[^\s"]/.test(folded.slice(mark));
