import type { ReadPage } from '@mailroom/core';
import { type Beginning, findBeginnings } from './find-beginnings.ts';

/** From here on a stack is cut without asking: with unseen authors one such cut in 200 is wrong (docs/decisions/stacks.md). */
export const cutFrom = 0.92;
/** Up to here pages stay together without asking. */
export const togetherTo = 0.05;

/** A letter of a stack: its pages, from 1, both included, and which of them may begin another. */
export interface PlannedLetter {
  readonly first: number;
  readonly last: number;
  /** German: which of its pages may begin another letter, and why. */
  readonly doubt: string | undefined;
}

export interface StackPlan {
  readonly letters: readonly PlannedLetter[];
  /** Every judged page. */
  readonly beginnings: readonly Beginning[];
}

/** Where the letters of a stack without separator sheets begin: sure boundaries cut, doubtful ones are asked about. */
export function planLetters(pages: readonly ReadPage[]): StackPlan {
  const beginnings = findBeginnings(pages);
  const cuts = beginnings.filter(({ confidence }) => confidence >= cutFrom).map(({ page }) => page);
  const firsts = [1, ...cuts];
  const letters = firsts.map((first, index) => {
    const last = (firsts[index + 1] ?? pages.length + 1) - 1;
    return { first, last, doubt: doubtOf(beginnings, first, last) };
  });
  return { letters, beginnings };
}

function doubtOf(beginnings: readonly Beginning[], first: number, last: number): string | undefined {
  const doubtful = beginnings.filter(
    ({ page, confidence }) => page > first && page <= last && confidence > togetherTo,
  );
  if (doubtful.length === 0) return undefined;
  const pages = doubtful.map(({ page, reasons }) => {
    const why = reasons.length > 0 ? ` (${reasons.join(', ')})` : '';
    return `Seite ${page - first + 1} könnte ein neuer Brief sein${why}.`;
  });
  return `${pages.join(' ')} Bitte im Stapel prüfen, wo das Schriftstück endet.`;
}
