import { setTimeout } from 'node:timers/promises';
import { TemporaryError } from '@mailroom/core';

/** A process that starts while the database restarts waits for it, instead of ending and being started in a circle. */
export async function waitForDatabase<Result>(
  ask: () => Promise<Result>,
  { patienceMs = 60_000, everyMs = 500 } = {},
): Promise<Result> {
  const deadline = Date.now() + patienceMs;
  for (let tried = 0; ; tried += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof TemporaryError) || Date.now() > deadline) throw error;
      if (tried === 0) process.stderr.write(`${error.message} Waiting for it ...\n`);
      await setTimeout(everyMs);
    }
  }
}
