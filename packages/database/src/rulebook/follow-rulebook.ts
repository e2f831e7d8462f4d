import { setTimeout } from 'node:timers/promises';
import { messageOf, type Rulebook } from '@mailroom/core';
import type { Queryable } from '../database.ts';
import { newerRulebook, type VersionedRulebook } from './rulebooks.ts';

/** The rules in force, as this process knows them: never older than `everyMs`, unless the database is away. */
export interface RulesInForce {
  current(): VersionedRulebook;
  /** Version 0: what holds while nobody has changed anything. */
  readonly defaults: Rulebook;
  /** Looks at once, for whoever has just changed them. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Follows what is in force; `fallback` holds until somebody changes something. Asking beats being told: a
 * notification can be lost with its connection, and this question costs nothing.
 */
export async function followRulebook(
  database: Queryable,
  fallback: Rulebook,
  everyMs = 2000,
): Promise<RulesInForce> {
  let current: VersionedRulebook = { version: 0, rulebook: fallback };
  const refresh = async () => {
    current = (await newerRulebook(database, current.version)) ?? current;
  };
  await refresh();
  const stopping = new AbortController();
  const loop = refreshUntil(stopping.signal, refresh, everyMs);
  return {
    current: () => current,
    defaults: fallback,
    refresh,
    async close() {
      stopping.abort();
      await loop;
    },
  };
}

/** What cannot be read now is read in the next round; until then the last known rules hold. */
async function refreshUntil(stop: AbortSignal, refresh: () => Promise<void>, everyMs: number): Promise<void> {
  for (;;) {
    await setTimeout(everyMs, undefined, { signal: stop }).catch(() => undefined); // aborted: stop at once
    if (stop.aborted) return;
    await refresh().catch((error: unknown) => {
      process.stderr.write(`rules: ${messageOf(error)}\n`);
    });
  }
}
