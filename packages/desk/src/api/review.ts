import { channelSchema } from '@mailroom/core';
import { z } from 'zod';
import { instant, list } from './instant.ts';

export const reviewEntry = z.object({
  documentId: z.number(),
  reason: z.string(),
  stage: z.string(),
  channel: channelSchema,
  fileName: z.string(),
  receivedAt: instant,
  pages: z.number().nullable(),
  name: z.string().nullable(),
  intents: list(z.string()),
  claimedBy: z.string().nullable(),
});
export const reviewListAnswer = z.object({ items: list(reviewEntry), next: z.string().nullable() });
export type ReviewListAnswer = z.input<typeof reviewListAnswer>;
export type ReviewEntry = ReviewListAnswer['items'][number];

/** `wanted`: this document, whoever has it; otherwise the oldest that nobody has and that is not among `skip`. */
export const nextReviewBody = z.object({
  skip: z.array(z.number().int()).max(500).default([]),
  wanted: z.number().int().positive().optional(),
});
export const nextReviewAnswer = z.object({
  documentId: z.number().nullable(),
  /** Somebody else who is deciding about it. */
  claimedBy: z.string().nullable(),
  open: z.number(),
  /** What would come next, so that its page can be drawn meanwhile. */
  upcoming: z.number().nullable(),
});
export type NextReviewAnswer = z.input<typeof nextReviewAnswer>;

/**
 * `customerNumber` null: a person has looked and there is no account. `seen`: the wishes as they stood when the person
 * began; where others stand by now, nothing is decided.
 */
export const decisionBody = z.object({
  intents: z.array(z.string().max(100)).min(1).max(10),
  seen: z.array(z.string().max(100)).max(100).optional(),
  customerNumber: z.string().min(1).max(100).nullable(),
});
export const decisionAnswer = z.object({
  label: z.number(),
  queues: list(z.string()),
  dueAt: instant.nullable(),
});
export const undoAnswer = z.object({ documentId: z.number() });

export const customersQuery = z.object({ q: z.string().trim().min(2).max(100) });
const customer = z.object({
  customerNumber: z.string(),
  name: z.string(),
  street: z.string(),
  postalCode: z.string(),
  city: z.string(),
});
export const customersAnswer = z.object({ customers: list(customer) });
export type CustomersAnswer = z.input<typeof customersAnswer>;
