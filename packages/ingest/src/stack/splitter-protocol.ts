import { z } from 'zod';

export type SplitterRequest =
  | { readonly kind: 'split'; readonly bytes: Uint8Array; readonly fileName: string }
  | {
      readonly kind: 'cut';
      readonly bytes: Uint8Array;
      readonly ranges: readonly { readonly first: number; readonly last: number }[];
    };

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const pageKind = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('page') }),
  z.object({ kind: z.literal('blank') }),
  z.object({ kind: z.literal('sheet') }),
  z.object({ kind: z.literal('wrong'), code: z.string() }),
]);
const part = z.object({
  first: z.number().int(),
  last: z.number().int(),
  doubt: z.string().optional(),
  bytes,
});

export const splitterReplySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('parts'), pages: z.array(pageKind), parts: z.array(part) }),
  z.object({ kind: z.literal('unseparated') }),
  z.object({ kind: z.literal('whole'), doubt: z.string().optional() }),
  z.object({ kind: z.literal('cut'), files: z.array(bytes) }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
]);
export type SplitterReply = z.infer<typeof splitterReplySchema>;
