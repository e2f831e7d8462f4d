import type { ImagePage, ReadPage } from '@mailroom/core';
import { z } from 'zod';
import type { EngineOptions } from '../engines/start-engine.ts';

/** Given to a child as its only argument, as JSON. */
export interface ChildSettings extends EngineOptions {
  /** Above this a child ends itself even in the middle of a page, before the machine begins to swap. */
  readonly hardRssMb: number;
}

export interface PageRequest {
  readonly page: ImagePage;
}

const boxSchema = z.object({
  x: z.number().int().min(0),
  y: z.number().int().min(0),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
});

const readPageSchema: z.ZodType<ReadPage> = z.object({
  number: z.number().int(),
  source: z.literal('ocr'),
  widthPx: z.number().int(),
  heightPx: z.number().int(),
  xDpi: z.number(),
  yDpi: z.number(),
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  text: z.string(),
  words: z.array(
    z.object({
      text: z.string().min(1),
      box: boxSchema,
      confidence: z.number().min(0).max(1),
      line: z.number().int().min(0),
    }),
  ),
  confidence: z.number().min(0).max(1),
  blank: z.boolean(),
  notes: z.array(z.string()),
});

/** What a child answers. A child is not trusted: what does not fit this shape counts as a crash. */
export const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('read'), page: readPageSchema, rssMb: z.number() }),
  z.object({
    kind: z.literal('bad'),
    code: z.string(),
    message: z.string(),
    state: z.enum(['rejected', 'review']),
  }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
]);
export type Answer = z.infer<typeof answerSchema>;
