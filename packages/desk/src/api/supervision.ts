import { channelSchema, documentStates } from '@mailroom/core';
import { z } from 'zod';
import { blindFigures } from './blind.ts';
import { instant, list } from './instant.ts';
import { queueOverview } from './overview.ts';

export const supervisionAnswer = z.object({
  flow: list(z.object({ hour: z.number(), channel: channelSchema, came: z.number() })),
  outcomes: list(
    z.object({ hour: z.number(), routed: z.number(), review: z.number(), rejected: z.number() }),
  ),
  days: list(
    z.object({ day: z.string(), settled: z.number(), automatic: z.number(), corrected: z.number() }),
  ),
  intents: list(z.object({ day: z.string(), intent: z.string(), count: z.number() })),
  becomingLate: list(z.object({ hour: z.number(), queue: z.string(), count: z.number() })),
  finishedToday: z.number(),
  queues: list(queueOverview),
  blind: blindFigures,
  today: z.string(),
});
export type SupervisionAnswer = z.input<typeof supervisionAnswer>;

export const failuresQuery = z.object({ after: z.coerce.number().int().positive().optional() });
export const failuresAnswer = z.object({
  items: list(
    z.object({
      documentId: z.number(),
      fileName: z.string(),
      channel: channelSchema,
      state: z.enum(documentStates),
      reason: z.string().nullable(),
      attempts: z.number(),
      lastError: z.string().nullable(),
      since: instant,
    }),
  ),
  next: z.string().nullable(),
});
export type FailuresAnswer = z.input<typeof failuresAnswer>;
