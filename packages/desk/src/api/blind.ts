import { channelSchema } from '@mailroom/core';
import { z } from 'zod';
import { documentAnswer } from './documents.ts';
import { instant, list } from './instant.ts';

export const nextBlindBody = z.object({ skip: z.array(z.number().int()).max(500).default([]) });
/** Only what a person needs to read the letter: nothing of what the machine found. */
const blindDocument = z.object({
  ...documentAnswer.pick({ id: true, pages: true, searchable: true }).shape,
  channel: channelSchema,
  receivedAt: instant,
});
export const nextBlindAnswer = z.object({ document: blindDocument.nullable(), open: z.number() });
export type NextBlindAnswer = z.input<typeof nextBlindAnswer>;

export const blindDecisionBody = z.object({ intents: z.array(z.string().max(100)).min(1).max(10) });
export const blindDecisionAnswer = z.object({
  verdict: z.enum(['right', 'incomplete', 'wrong']),
  /** What the machine had delivered it as; most important first. */
  machine: list(z.string()),
});
export type BlindDecisionAnswer = z.input<typeof blindDecisionAnswer>;

const judged = {
  checked: z.number(),
  wrong: z.number(),
  incomplete: z.number(),
  /** Of those checked the share that was wrong, with its 95 % interval. */
  share: z.number(),
  low: z.number(),
  high: z.number(),
};
export const blindFigures = z.object({
  ...judged,
  days: z.number(),
  intents: list(z.object({ intent: z.string(), ...judged })),
});
