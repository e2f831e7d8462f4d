import type { Channel, Customer, FieldName } from '@mailroom/core';

/** What a letter asks, and the words that show it (white space reduced to single spaces); none when nobody marked them. */
export interface IntentLabel {
  readonly intent: string;
  readonly spans: readonly string[];
}

/** A value a letter holds: normalised, with the words it came from. */
export interface FieldLabel {
  readonly name: FieldName;
  readonly value: string;
  readonly words: string;
}

/** What training needs of a letter; `author` groups the letters of one hand, so that a test voice is new. */
export interface TrainingLetter {
  readonly id: string;
  readonly author: string;
  readonly channel: Channel;
  /** `hard`: written to mislead (negated, quoted, hidden, ...). */
  readonly kind: 'everyday' | 'hard';
  readonly text: string;
  /** Most important first. */
  readonly intents: readonly IntentLabel[];
}

/** A letter of the corpus with everything that is known about it. */
export interface CorpusLetter extends TrainingLetter {
  readonly hand: string;
  /** Why it is hard; empty for everyday mail. */
  readonly trait: string;
  /** ISO date. */
  readonly receivedOn: string;
  readonly fields: readonly FieldLabel[];
  /** The account as the company knows it; null when nobody could find the customer. */
  readonly account: Customer | null;
}
