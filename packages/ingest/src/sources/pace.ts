import { setTimeout } from 'node:timers/promises';

/** Waits so that its callers together pass at most `perMinute` times a minute, evenly; without it never. */
export function openPace(perMinute: number | undefined): () => Promise<void> {
  let next = 0;
  return async () => {
    if (perMinute === undefined) return;
    const now = performance.now();
    const turn = Math.max(now, next);
    next = turn + 60_000 / perMinute;
    if (turn > now) await setTimeout(turn - now);
  };
}
