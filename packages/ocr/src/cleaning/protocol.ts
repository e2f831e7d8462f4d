import type { ImagePage } from '@mailroom/core';
import { z } from 'zod';
import { checkBoxSchema } from '../check-boxes/check-box.ts';
import type { Turn } from '../geometry.ts';

/** A cleaned page without its pixels, which lie in a file. */
const sheetSchema = z.object({
  widthPx: z.number().int().min(1),
  heightPx: z.number().int().min(1),
  /** From the raster's pixels to the page's as received. */
  map: z.object({
    a: z.number(),
    b: z.number(),
    c: z.number(),
    d: z.number(),
    e: z.number(),
    f: z.number(),
  }),
  notes: z.array(z.string()),
  /** Share of ink, 0 to 1, after dark borders were removed. */
  inkRatio: z.number().min(0).max(1),
  written: z.boolean(),
  /** Lines seem to run from top to bottom. */
  sideways: z.boolean(),
  look: z.string().optional(),
  /** What may be boxes to tick, ticked or not. */
  checkBoxes: z.array(checkBoxSchema),
  /** Numbers on the labels of registered letters, when they were asked for. */
  barcodes: z.array(z.string()),
});
export type Sheet = z.infer<typeof sheetSchema>;

export type CleaningRequest =
  | { readonly kind: 'clean'; readonly page: ImagePage; readonly barcodes: boolean; readonly into: string }
  | {
      readonly kind: 'turn';
      readonly from: string;
      readonly sheet: Pick<Sheet, 'widthPx' | 'heightPx'>;
      readonly turn: Turn;
      /** Only the strip with the most ink, to judge a direction by. */
      readonly sample: boolean;
      readonly into: string;
    };

export const cleaningAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cleaned'), sheet: sheetSchema }),
  z.object({ kind: z.literal('turned') }),
  z.object({
    kind: z.literal('bad'),
    code: z.string(),
    message: z.string(),
    state: z.enum(['rejected', 'review']),
  }),
  z.object({ kind: z.literal('no-room') }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
]);
export type CleaningAnswer = z.infer<typeof cleaningAnswerSchema>;
