import { documentStates } from '@mailroom/core';
import { z } from 'zod';
import { instant, list } from './instant.ts';

export const stackParameter = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });
export const stackPageParameter = stackParameter.extend({
  number: z.coerce.number().int().positive().max(100_000),
});

/** Pages of a stack, from 1, both included. */
const range = z.object({ first: z.number().int().positive(), last: z.number().int().positive() });
export type PageRange = z.infer<typeof range>;

export const stackListAnswer = z.object({
  items: list(
    z.object({
      sha256: z.string(),
      fileName: z.string(),
      pages: z.number(),
      letters: z.number(),
      /** Letters that wait because a boundary is not sure. */
      doubtful: z.number(),
      batch: z.string().nullable(),
      createdAt: instant,
      mendedBy: z.string().nullable(),
    }),
  ),
});
export type StackListAnswer = z.input<typeof stackListAnswer>;

export const stackAnswer = z.object({
  sha256: z.string(),
  fileName: z.string(),
  mendedBy: z.string().nullable(),
  pages: list(
    z.object({
      number: z.number(),
      kind: z.enum(['page', 'blank', 'sheet', 'wrong']),
      /** How likely a letter begins here; null where separator sheets say it. */
      confidence: z.number().nullable(),
      reasons: list(z.string()),
      /** The machine is not sure, and nobody has looked yet. */
      doubtful: z.boolean(),
    }),
  ),
  letters: list(
    range.extend({
      documentId: z.number(),
      state: z.enum(documentStates),
      reason: z.string().nullable(),
    }),
  ),
});
export type StackAnswer = z.input<typeof stackAnswer>;

/** `seen`: the letters as they were when the person began; `letters`: as they shall be. */
export const mendBody = z.object({
  seen: z.array(range).min(1).max(5000),
  letters: z.array(range).min(1).max(5000),
});
export const mendAnswer = z.object({
  kept: list(z.number()),
  fresh: list(z.number()),
  replaced: list(z.number()),
});
export type MendAnswer = z.input<typeof mendAnswer>;
