import { createHash } from 'node:crypto';
import type { TrainingLetter } from '../corpus/corpus-letter.ts';

/** Raise it when the code that turns letters into features or fits models changes what it gives. */
const codeVersion = 10;

/** A name for the model that these letters and options give: "m7-3f0a9c2b71de". */
export function versionOf(letters: readonly TrainingLetter[], options: object): string {
  const hash = createHash('sha256').update(JSON.stringify(options));
  for (const { id, kind, text, intents } of letters) hash.update(JSON.stringify([id, kind, text, intents]));
  return `m${codeVersion}-${hash.digest('hex').slice(0, 12)}`;
}
