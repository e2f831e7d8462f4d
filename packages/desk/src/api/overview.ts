import { documentStates } from '@mailroom/core';
import { z } from 'zod';
import { instant, list } from './instant.ts';

export const queueOverview = z.object({
  queue: z.string(),
  open: z.number(),
  claimed: z.number(),
  overdue: z.number(),
  soon: z.number(),
  today: z.number(),
  nextDue: instant,
  oldest: instant,
});

export const overviewAnswer = z.object({
  /** In work and in review: all there is. Routed and rejected: what became so today. */
  states: list(z.object({ state: z.enum(documentStates), count: z.number(), oldest: instant })),
  queues: list(queueOverview),
  review: z.object({ open: z.number(), oldest: instant.nullable() }).nullable(),
});
export type OverviewAnswer = z.input<typeof overviewAnswer>;

export const taxonomyAnswer = z.object({
  intents: list(
    z.object({
      intent: z.string(),
      label: z.object({ de: z.string(), en: z.string() }),
      queue: z.string(),
      needsAccount: z.boolean(),
      keywords: list(z.string()),
    }),
  ),
  queues: list(z.string()),
  queueLabels: z.record(z.string(), z.object({ de: z.string(), en: z.string() })),
});
export type TaxonomyAnswer = z.input<typeof taxonomyAnswer>;
