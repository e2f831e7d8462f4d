import { channelSchema, documentStates, likenesses } from '@mailroom/core';
import { z } from 'zod';
import { instant, list } from './instant.ts';
import { workItem } from './work.ts';

export const intentGuess = z.object({
  intent: z.string(),
  confidence: z.number(),
  evidence: list(z.string()),
  chosen: z.boolean(),
});
export const accountGuess = z.object({
  customerNumber: z.string(),
  name: z.string(),
  confidence: z.number(),
  evidence: list(z.string()),
  linked: z.boolean(),
});
export const historyEntry = z.object({
  sequence: z.number(),
  at: instant,
  actor: z.string(),
  kind: z.string(),
  details: z.record(z.string(), z.unknown()),
});
const relatedDocument = z.object({
  documentId: z.number(),
  channel: channelSchema,
  state: z.enum(documentStates),
  fileName: z.string(),
  receivedAt: instant,
  intents: list(z.string()),
});
const twin = z.object({
  documentId: z.number(),
  likeness: z.enum(likenesses),
  channel: channelSchema,
  state: z.enum(documentStates),
  receivedAt: instant,
  /** The work for both lies there. */
  leads: z.boolean(),
});

export const documentAnswer = z.object({
  id: z.number(),
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
  channel: channelSchema,
  sender: z.string().nullable(),
  state: z.enum(documentStates),
  reason: z.string().nullable(),
  receivedAt: instant,
  receiptDate: z.string().nullable(),
  searchable: z.boolean(),
  pages: list(
    z.object({
      number: z.number(),
      /** Width by height as shown, upright and with square pixels. */
      aspect: z.number(),
      confidence: z.number(),
      blank: z.boolean(),
      notes: list(z.string()),
    }),
  ),
  intents: list(intentGuess),
  accounts: list(accountGuess),
  fields: list(z.object({ name: z.string(), value: z.string(), words: z.string() })),
  doubts: list(z.object({ stage: z.string(), reason: z.string() })),
  work: list(workItem),
  history: list(historyEntry),
  /** The stack it was cut from. */
  stack: z.string().nullable(),
  arrivals: list(z.object({ path: z.string(), batch: z.string(), arrivedAt: instant })),
  related: list(relatedDocument),
  /** The same letter, as it also came in. */
  twins: list(twin),
  /** The station that scanned it, and whether it is already asked to scan it again; null for anything else. */
  scan: z.object({ station: z.string(), asked: z.boolean() }).nullable(),
});
export type DocumentAnswer = z.input<typeof documentAnswer>;

/** A rectangle as fractions of the shown page: left, top, width, height. */
const fractions = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Fractions = z.infer<typeof fractions>;

export const pageParameter = z.object({
  id: z.coerce.number().int().positive(),
  number: z.coerce.number().int().positive().max(100_000),
});
export const imageQuery = z.object({ size: z.enum(['page', 'thumbnail']).default('page') });
export const pageQuery = z.object({ q: z.string().max(500).optional() });
export const pageAnswer = z.object({
  text: z.string(),
  /** Where hits, fields, account numbers and the words that show an intent stand. */
  marks: list(
    z.object({
      kind: z.enum(['hit', 'field', 'intent', 'account']),
      name: z.string(),
      boxes: list(fractions),
    }),
  ),
});
export type PageAnswer = z.input<typeof pageAnswer>;
