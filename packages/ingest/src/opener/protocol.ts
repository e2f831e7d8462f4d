import type { OpenedPage } from '@mailroom/core';
import { z } from 'zod';

/** One document at a time is open under each number. */
export type OpenerRequest =
  | {
      readonly kind: 'open';
      readonly document: number;
      readonly bytes: Uint8Array;
      readonly fileName: string;
      readonly isStack: boolean;
    }
  | { readonly kind: 'next'; readonly document: number }
  | { readonly kind: 'close'; readonly document: number };

const pageSchema = z.custom<OpenedPage>(
  (value) => typeof value === 'object' && value !== null && 'kind' in value && 'number' in value,
);

const answerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('opened'),
    mediaType: z.string(),
    pageCount: z.number().int(),
    mail: z
      .object({
        from: z.string().optional(),
        subject: z.string().optional(),
        sentAt: z.date().optional(),
      })
      .optional(),
    notes: z.array(z.string()),
    /** The only page of a document that has but one; then it is not open any more. */
    onlyPage: pageSchema.optional(),
    /** Its image is the file as it was sent; it does not come back. */
    isOriginal: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('page'), page: pageSchema }),
  z.object({ kind: z.literal('end'), notes: z.array(z.string()) }),
  z.object({ kind: z.literal('closed') }),
  z.object({
    kind: z.literal('bad'),
    code: z.string(),
    message: z.string(),
    state: z.enum(['rejected', 'review']),
  }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
]);
export type OpenerAnswer = z.infer<typeof answerSchema>;

/** Every answer tells how the child stands, so that one that has grown is replaced when nothing is open in it. */
export const openerReplySchema = z.object({
  answer: answerSchema,
  rssMb: z.number(),
  openDocuments: z.number().int(),
});
export type OpenerReply = z.infer<typeof openerReplySchema>;
