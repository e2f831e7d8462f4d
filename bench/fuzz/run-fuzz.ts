import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BadDocumentError, messageOf } from '@mailroom/core';
import { seededRandom } from '@mailroom/fixtures';
import type { Opener } from '@mailroom/ingest';
import { type FuzzFile, mutate } from './mutate.ts';

export interface FuzzReport {
  readonly opened: number;
  /** Refused with a sentence, by code. */
  readonly refused: ReadonlyMap<string, number>;
  /** Anything else: a crash, a hang, an error without a sentence. */
  readonly failures: readonly string[];
  readonly slowest: { readonly ms: number; readonly made: string };
}

export interface FuzzOptions {
  readonly opener: Opener;
  readonly files: readonly FuzzFile[];
  readonly cases: number;
  /** The same seed spoils the same files in the same way. */
  readonly seed: string;
}

/** The fixtures up to a size: large ones hold no more of what can be spoilt, and take longer. */
export function fuzzFiles(folder: string, maxBytes: number): readonly FuzzFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => statSync(path).size <= maxBytes)
    .sort()
    .map((path) => ({ name: path.slice(folder.length + 1), bytes: readFileSync(path) }));
}

/** Opens spoilt files one after the other, every page of them, in the opening child that the pipeline uses. */
export async function runFuzz({ opener, files, cases, seed }: FuzzOptions): Promise<FuzzReport> {
  const refused = new Map<string, number>();
  const failures: string[] = [];
  let opened = 0;
  let slowest = { ms: 0, made: '' };
  for (let number = 0; number < cases; number += 1) {
    const random = seededRandom(`${seed} ${number}`);
    const spoilt = mutate(random.pick(files), random, random.pick(files));
    const startedAt = performance.now();
    const outcome = await openAll(opener, spoilt);
    const ms = performance.now() - startedAt;
    if (ms > slowest.ms) slowest = { ms, made: `case ${number}, ${spoilt.made}` };
    if (outcome.kind === 'opened') opened += 1;
    if (outcome.kind === 'refused') refused.set(outcome.code, (refused.get(outcome.code) ?? 0) + 1);
    if (outcome.kind === 'failed') failures.push(`case ${number}, ${spoilt.made}: ${outcome.message}`);
  }
  return { opened, refused, failures, slowest };
}

type Outcome =
  | { readonly kind: 'opened' }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'failed'; readonly message: string };

async function openAll(opener: Opener, { name, bytes }: FuzzFile): Promise<Outcome> {
  try {
    const document = await opener.open(bytes, name);
    for await (const page of document.pages())
      if (page.number < 1) throw new RangeError('a page without a number');
    return { kind: 'opened' };
  } catch (error) {
    if (error instanceof BadDocumentError && /\p{L} .+\.$/su.test(error.message))
      return { kind: 'refused', code: error.code };
    return { kind: 'failed', message: messageOf(error) };
  }
}
