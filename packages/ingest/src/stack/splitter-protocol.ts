import { z } from 'zod';

export interface SplitterRequest {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

export const splitterReplySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('parts'),
    parts: z.array(
      z.object({
        first: z.number().int(),
        last: z.number().int(),
        doubt: z.string().optional(),
        bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
      }),
    ),
  }),
  /** No sheets, or no stack at all. */
  z.object({ kind: z.literal('whole') }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
]);
export type SplitterReply = z.infer<typeof splitterReplySchema>;
