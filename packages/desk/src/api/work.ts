import { channelSchema } from '@mailroom/core';
import { z } from 'zod';
import { instant, list } from './instant.ts';

export const workItem = z.object({
  id: z.number(),
  documentId: z.number(),
  intent: z.string(),
  queue: z.string(),
  customerNumber: z.string().nullable(),
  name: z.string().nullable(),
  dueAt: instant,
  state: z.enum(['open', 'claimed', 'done']),
  claimedBy: z.string().nullable(),
  channel: channelSchema,
  fileName: z.string(),
  receivedAt: instant,
  pages: z.number().nullable(),
});
export type WorkItem = z.input<typeof workItem>;

export const worklistParameter = z.object({ queue: z.string().min(1).max(100) });
export const worklistQuery = z.object({ after: z.string().max(200).optional() });
/** `next` is to be given as `after`; null on the last page. */
export const worklistAnswer = z.object({ items: list(workItem), next: z.string().nullable() });
export type WorklistAnswer = z.input<typeof worklistAnswer>;

const reason = z.string().trim().min(3).max(1000);
export const forwardBody = z.object({ queue: z.string().min(1).max(100), reason });
export const returnBody = z.object({ reason });
export const noteBody = z.object({ text: z.string().trim().min(1).max(4000) });
const ids = z.array(z.number().int().positive()).min(1).max(200);
/** The same with every one of several items. */
export const bulkBody = z.discriminatedUnion('step', [
  z.object({ ids, step: z.enum(['claim', 'release', 'finish', 'reopen']) }),
  forwardBody.extend({ ids, step: z.literal('forward') }),
  returnBody.extend({ ids, step: z.literal('return') }),
]);
export type BulkBody = z.infer<typeof bulkBody>;
/** Which were changed; the others were taken, done or not ours. */
export const bulkAnswer = z.object({ changed: list(z.number()) });
export type BulkAnswer = z.input<typeof bulkAnswer>;
