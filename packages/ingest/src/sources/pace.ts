import { setTimeout } from 'node:timers/promises';

/** Where the pace takes its milliseconds from. */
export interface Clock {
  now(): number;
  wait(ms: number): Promise<void>;
}

const clock: Clock = { now: () => performance.now(), wait: (ms) => setTimeout(ms) };

/** Waits so that its callers together pass at most `perMinute` times a minute, evenly; without it never. */
export function openPace(perMinute: number | undefined, { now, wait } = clock): () => Promise<void> {
  let next = 0;
  return async () => {
    if (perMinute === undefined) return;
    const arrived = now();
    const turn = Math.max(arrived, next);
    next = turn + 60_000 / perMinute;
    if (turn > arrived) await wait(turn - arrived);
  };
}
