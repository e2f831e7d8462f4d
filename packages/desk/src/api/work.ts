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
export const rescanBody = z.object({ reason });
export const noteBody = z.object({ text: z.string().trim().min(1).max(4000) });
/** Another wish of the sender that the machine missed or was not sure of. */
export const addedIntentBody = z.object({ intent: z.string().min(1).max(100) });
/** `label` undoes it, as a decision. */
export const addedIntentAnswer = z.object({ label: z.number(), queue: z.string(), dueAt: instant });
export type AddedIntentAnswer = z.input<typeof addedIntentAnswer>;
const ids = z.array(z.number().int().positive()).min(1).max(200);
/** What somebody does with one or several items; handing work to others needs a reason. */
export const stepBody = z.discriminatedUnion('step', [
  z.object({ ids, step: z.enum(['claim', 'release', 'finish', 'reopen']) }),
  z.object({ ids, step: z.literal('forward'), queue: z.string().min(1).max(100), reason }),
  z.object({ ids, step: z.literal('return'), reason }),
]);
export type StepBody = z.infer<typeof stepBody>;
/** Which were changed; the others were taken, done or not ours. */
export const stepAnswer = z.object({ changed: list(z.number()) });
export type StepAnswer = z.input<typeof stepAnswer>;
