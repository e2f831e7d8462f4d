import { readFileSync } from 'node:fs';
import { MisconfigurationError, messageOf, type Taxonomy, taxonomySchema } from '@mailroom/core';

const defaultPath = new URL('./taxonomy.json', import.meta.url);

/**
 * The taxonomy of `path`, or the one that comes along.
 * Throws MisconfigurationError when the file cannot be read or does not hold a taxonomy.
 */
export function loadTaxonomy(path: string | URL = defaultPath): Taxonomy {
  try {
    return taxonomySchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new MisconfigurationError(
      'taxonomy-unreadable',
      `The taxonomy ${String(path)} cannot be used: ${messageOf(cause)}. Correct the file, or remove the setting to use the one that comes along.`,
      { cause },
    );
  }
}
