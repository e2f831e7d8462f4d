import { z } from 'zod';

/** To the reading child: without files it only gets its engines warm. */
export interface ReadingRequest {
  readonly files: readonly string[];
}

export const readingAnswerSchema = z.object({
  files: z.array(
    z.object({
      text: z.string(),
      words: z.array(z.object({ text: z.string(), confidence: z.number() })),
      pageConfidences: z.array(z.number()),
    }),
  ),
});
export type ReadingAnswer = z.infer<typeof readingAnswerSchema>;
export type ReadFile = ReadingAnswer['files'][number];
