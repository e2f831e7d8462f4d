import { rulebookSchema } from '@mailroom/core';
import { z } from 'zod';
import { instant, list } from './instant.ts';

export const rulesAnswer = z.object({
  /** 0: the rules that came along; nobody has changed them yet. */
  version: z.number(),
  rulebook: rulebookSchema,
  /** Intents that the machine recognises: they cannot be taken out. */
  recognised: list(z.string()),
  /** What a target for wrong deliveries gives, as measured in training; strictest first. */
  curve: list(z.object({ targetWrongRate: z.number(), routedShare: z.number() })),
  /** The target of training, which holds while none is chosen. */
  trainedTarget: z.number(),
  versions: list(z.object({ version: z.number(), at: instant, actor: z.string(), note: z.string() })),
});
export type RulesAnswer = z.input<typeof rulesAnswer>;
export type RulebookDraft = RulesAnswer['rulebook'];

export const versionParameter = z.object({ version: z.coerce.number().int().min(0).max(2_000_000_000) });
export const rulebookAnswer = z.object({ version: z.number(), rulebook: rulebookSchema });

export const previewBody = z.object({ rulebook: rulebookSchema, days: z.number().int().min(1).max(92) });
export const previewAnswer = z.object({
  /** How much came in in these days, and how much of it was looked at (drawn at random). */
  total: z.number(),
  examined: z.number(),
  /** Documents looked at that would go another way. */
  toReview: z.number(),
  toDelivery: z.number(),
  otherQueue: z.number(),
  earlier: z.number(),
  later: z.number(),
  queues: list(z.object({ queue: z.string(), before: z.number(), after: z.number() })),
  /** Departments that would vanish although work lies there. */
  abandoned: list(z.object({ queue: z.string(), open: z.number() })),
  examples: list(
    z.object({
      documentId: z.number(),
      fileName: z.string(),
      before: list(z.string()),
      after: list(z.string()),
    }),
  ),
});
export type PreviewAnswer = z.input<typeof previewAnswer>;

export const saveRulesBody = z.object({
  /** The version that was changed: whoever comes second is told. */
  basedOn: z.number().int().min(0),
  note: z.string().trim().min(3).max(500),
  rulebook: rulebookSchema,
});
export const savedRulesAnswer = z.object({ version: z.number() });
