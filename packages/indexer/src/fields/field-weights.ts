import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { SignWeights } from './choose.ts';

/** What is learned of the fields of which a letter may hold several candidates. */
export interface FieldWeights {
  readonly effectiveDate: SignWeights;
  readonly amount: SignWeights;
}

/** Made by train/main.ts from the letters that come along. */
export const fieldWeightsPath: string = fileURLToPath(
  new URL('../../model/field-weights.json', import.meta.url),
);

const weights = z.record(z.string(), z.number()).transform((signs) => new Map(Object.entries(signs)));
const schema = z.object({ effectiveDate: weights, amount: weights });

let read: FieldWeights | undefined;

export function defaultFieldWeights(): FieldWeights {
  read ??= schema.parse(JSON.parse(readFileSync(fieldWeightsPath, 'utf8')));
  return read;
}

/** One sign a line, so that what was learned can be read and compared. */
export function formatFieldWeights({ effectiveDate, amount }: FieldWeights): string {
  const signs = (weights: SignWeights) =>
    Object.fromEntries([...weights].map(([sign, weight]) => [sign, Number(weight.toFixed(3))]));
  return `${JSON.stringify({ effectiveDate: signs(effectiveDate), amount: signs(amount) }, null, 2)}\n`;
}
