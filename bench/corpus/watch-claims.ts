import { setTimeout } from 'node:timers/promises';
import type { Database } from '@mailroom/database';

/** How long each document was in work, in ms, by its id; sampled from the claims of the workers. */
export interface ClaimWatch {
  stop(): Promise<ReadonlyMap<number, number>>;
}

const sampleMs = 100;
/** The first key of a worker's claim (see claims.ts). */
const claimSpace = 7_245;

export function watchClaims(database: Database): ClaimWatch {
  const spent = new Map<number, number>();
  const stopping = new AbortController();
  const loop = (async () => {
    let last = performance.now();
    while (!stopping.signal.aborted) {
      await setTimeout(sampleMs);
      const { rows } = await database.query<{ id: number }>(
        `select distinct objid::bigint as id from pg_locks where locktype = 'advisory' and classid = ${claimSpace} and objsubid = 2`,
      );
      const now = performance.now();
      for (const { id } of rows) spent.set(id, (spent.get(id) ?? 0) + now - last);
      last = now;
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await loop;
      return spent;
    },
  };
}
