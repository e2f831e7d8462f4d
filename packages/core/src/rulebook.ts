import { z } from 'zod';
import { calendarSchema } from './calendar.ts';
import { taxonomySchema } from './taxonomy.ts';

/** How a company wants its post treated: all that a supervisor may change while the mailroom runs. */
export const rulebookSchema = z.object({
  taxonomy: taxonomySchema,
  calendar: calendarSchema,
  /** Names of department queues; one without a name shows as it is called. */
  queueLabels: z.record(z.string(), z.object({ de: z.string().min(1), en: z.string().min(1) })),
  /** Of the documents delivered without a person, the share that may be wrong; null: what the model was trained for. */
  targetWrongRate: z.number().min(0.0001).max(0.5).nullable(),
  /** The share of delivered documents that a person decides once more without seeing what the machine decided. */
  blindShare: z.number().min(0).max(1),
});
export type Rulebook = z.infer<typeof rulebookSchema>;

/** Every department, sorted by its name in the taxonomy. */
export function queuesOf({ taxonomy }: Pick<Rulebook, 'taxonomy'>): readonly string[] {
  return [...new Set(taxonomy.intents.map((one) => one.queue))].sort();
}
