import type { Channel } from './channel.ts';

/** One document's text as the classifier and the indexer see it. */
export interface Letter {
  readonly channel: Channel;
  /** All pages, joined with a form feed. */
  readonly text: string;
  readonly receivedAt: Date;
}

/** One thing the sender asks. */
export interface Intent {
  readonly intent: string;
  /** Calibrated: of all intents given 0.9, nine in ten are right. */
  readonly confidence: number;
  /** The words that show it, verbatim from the text. */
  readonly evidence: readonly string[];
}

/** From which confidence on a wish that was not taken is worth a person's look, and its fields worth looking for. */
export const worthALook = 0.3;

/** `intents` most important first; `doubt` says in words why a person should decide, when one should. */
export interface Classification {
  readonly intents: readonly Intent[];
  /** The best candidates for the reviewer, also those below the threshold. */
  readonly candidates: readonly Intent[];
  readonly doubt?: string;
  readonly modelVersion: string;
}

export const fieldNames = [
  'effectiveDate',
  'newAddress',
  'newIban',
  'phone',
  'contractNumber',
  'invoiceNumber',
  'registeredMail',
  'amount',
] as const;
export type FieldName = (typeof fieldNames)[number];

/** A value found in a letter: normalised, with the words it came from. */
export interface Field {
  readonly value: string;
  readonly words: string;
}
export type Fields = Partial<Record<FieldName, Field>>;
