import type { DocumentAnswer } from '../../../src/api/documents.ts';

/** The page that somebody reads next or before: empty ones are passed over, and at the end it stays. */
export function neighbourPage(
  pages: DocumentAnswer['pages'] | undefined,
  current: number,
  step: 1 | -1,
): number {
  const written = (pages ?? []).filter(({ blank }) => !blank).map(({ number }) => number);
  const next = step === 1 ? written.find((one) => one > current) : written.findLast((one) => one < current);
  return next ?? current;
}
