import { setTimeout } from 'node:timers/promises';
import { TemporaryError } from '@mailroom/core';

/** Tries again for as long as a service is away: what was not acknowledged is still where it came from. */
export async function patiently<Result>(work: () => Promise<Result>, everyMs = 1000): Promise<Result> {
  for (let tried = 0; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof TemporaryError)) throw error;
      if (tried === 0) process.stderr.write(`${error.message} Waiting for it ...\n`);
      await setTimeout(everyMs);
    }
  }
}
