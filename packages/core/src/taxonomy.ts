import { z } from 'zod';

const durationSchema = z.object({
  /** Working days by the business calendar, or calendar days. */
  unit: z.enum(['businessDays', 'days']),
  amount: z.number().int().min(0).max(365),
});

/** One kind of wish, and what the company does with it. */
export const intentDefinitionSchema = z.object({
  intent: z.string().regex(/^[a-z][a-z-]*$/),
  label: z.object({ de: z.string().min(1), en: z.string().min(1) }),
  queue: z.string().min(1),
  /** From the receipt date to the end of the day on which the work must be done. */
  due: durationSchema,
  retentionClass: z.enum(['trade-letter', 'voucher', 'contract', 'privacy', 'none']),
  /** Whether the work needs to know the account; advertising does not. */
  needsAccount: z.boolean(),
  keywords: z.array(z.string().min(2)),
});
export type IntentDefinition = z.infer<typeof intentDefinitionSchema>;

export const taxonomySchema = z.object({
  version: z.string().min(1),
  intents: z
    .array(intentDefinitionSchema)
    .min(1)
    .refine((all) => new Set(all.map((one) => one.intent)).size === all.length, 'an intent stands twice'),
});
export type Taxonomy = z.infer<typeof taxonomySchema>;

/** The definition of an intent that the taxonomy is known to hold. */
export function definitionOf(taxonomy: Taxonomy, intent: string): IntentDefinition {
  const definition = taxonomy.intents.find((one) => one.intent === intent);
  if (!definition) throw new RangeError(`intent ${intent} is not in taxonomy ${taxonomy.version}`);
  return definition;
}
