import { z } from 'zod';

/** An instant: a Date here, ISO text on the wire. */
export const instant = z.codec(z.iso.datetime(), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
});

export const list = <Schema extends z.ZodType>(schema: Schema) => z.array(schema).readonly();

/** What the machine or a person says went wrong, and what to do next. `code` is stable. */
export const problem = z.object({ code: z.string(), message: z.string() });
export type Problem = z.infer<typeof problem>;

export const done = z.object({ done: z.literal(true) });

export const idParameter = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });
