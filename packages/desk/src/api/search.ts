import { channelSchema, documentStates } from '@mailroom/core';
import { type FilterName, filterNames } from '@mailroom/database';
import { z } from 'zod';
import { instant, list } from './instant.ts';

const filters = Object.keys(filterNames) as FilterName[]; // they are its keys

export const searchQuery = z.object({
  q: z.string().max(500).default(''),
  after: z.string().max(200).optional(),
});
const found = z.object({
  documentId: z.number(),
  fileName: z.string(),
  channel: channelSchema,
  state: z.enum(documentStates),
  receivedAt: instant,
  pages: z.number().nullable(),
  customerNumber: z.string().nullable(),
  name: z.string().nullable(),
  intents: list(z.string()),
  queues: list(z.string()),
  /** Hits stand between \u0001 and \u0002. Everything else is whatever somebody wrote: text, never markup. */
  snippet: z.string(),
});
export const searchAnswer = z.object({
  items: list(found),
  next: z.string().nullable(),
  /** Filters that were not understood. */
  problems: list(z.object({ filter: z.enum(filters), value: z.string() })),
});
export type SearchAnswer = z.input<typeof searchAnswer>;
export type Found = SearchAnswer['items'][number];
