import type { IdentifierKind } from '@mailroom/core';

/** An identifier as it stands in a text. */
export interface Mention {
  readonly kind: IdentifierKind;
  /** Normalised as the customer base holds it (see Identifier). */
  readonly value: string;
  /** Where it stands: from `start` up to, not including, `end`. */
  readonly start: number;
  readonly end: number;
  /** Verbatim. */
  readonly words: string;
  /** True where the words before it say what it is ("Kundennummer"), so that it may look otherwise than learned. */
  readonly labelled: boolean;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export const overlaps = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

export const insideAny = (one: Span, spans: readonly Span[]): boolean =>
  spans.some((span) => overlaps(one, span));
