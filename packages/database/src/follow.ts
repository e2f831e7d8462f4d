import { setTimeout } from 'node:timers/promises';
import { messageOf } from '@mailroom/core';

/** The newest version of something, as this process knows it: hardly older than `everyMs`, unless the database is away. */
export interface Followed<Version> {
  current(): Version;
  /** Looks at once, for whoever has just changed it. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Asks for a newer version again and again; `newer` gives undefined while `current` is the newest. Asking beats
 * being told: a notification can be lost with its connection, and this question costs nothing.
 */
export async function follow<Version>(
  first: Version,
  newer: (current: Version) => Promise<Version | undefined>,
  everyMs = 2000,
): Promise<Followed<Version>> {
  let current = first;
  const refresh = async () => {
    current = (await newer(current)) ?? current;
  };
  await refresh();
  const stopping = new AbortController();
  const loop = refreshUntil(stopping.signal, refresh, everyMs);
  return {
    current: () => current,
    refresh,
    async close() {
      stopping.abort();
      await loop;
    },
  };
}

/** What cannot be read now is read in the next round; until then the last known version holds. */
async function refreshUntil(stop: AbortSignal, refresh: () => Promise<void>, everyMs: number): Promise<void> {
  for (;;) {
    await setTimeout(everyMs, undefined, { signal: stop }).catch(() => undefined); // aborted: stop at once
    if (stop.aborted) return;
    await refresh().catch((error: unknown) => {
      process.stderr.write(`rules or model: ${messageOf(error)}\n`);
    });
  }
}
