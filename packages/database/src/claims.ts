import { gather, TemporaryError } from '@mailroom/core';
import pg from 'pg';
import type { ServerAddress } from './database.ts';

/**
 * Who works on which document right now, as advisory locks of one session. A worker that dies loses its
 * session and with it every claim, at once and without a time-out to wait for. Losing a claim is harmless:
 * the state guard in `advance` decides whose result counts; claims only save doing work twice.
 */
export interface Claims {
  /** False when somebody else works on the document. */
  take(documentId: number): Promise<boolean>;
  release(documentId: number): Promise<void>;
  close(): Promise<void>;
}

/** The first key of our two-key advisory locks; the second is the document id. */
const claimSpace = 7_245;

export function openClaims(address: ServerAddress): Claims {
  // A pool of one: it queues the queries and connects again after a loss. Its client is the session.
  const session = new pg.Pool({ ...address, max: 1, idleTimeoutMillis: 0, keepAlive: true });
  const held = new Set<number>();
  session.on('error', () => undefined); // the next query reports the loss to whoever waits for it
  session.on('remove', () => held.clear());

  /** Of several documents in one trip; true where it was done. */
  const locking = (verb: string) =>
    gather(async (documentIds: readonly number[]): Promise<readonly boolean[]> => {
      const { rows } = await session
        .query<{ ok: boolean }>(
          `select ${verb}($1, id) as ok from unnest($2::integer[]) with ordinality as wanted (id, place) order by place`,
          [claimSpace, documentIds.map((id) => id | 0)],
        )
        .catch((cause: unknown) => {
          throw new TemporaryError('database-away', 'The database does not answer. Is it running?', {
            cause,
          });
        });
      return rows.map(({ ok }) => ok);
    });
  const lock = locking('pg_try_advisory_lock');
  const unlock = locking('pg_advisory_unlock');

  return {
    async take(documentId) {
      // Within one session a lock can be taken twice, so what we hold ourselves is checked first.
      if (held.has(documentId)) return false;
      held.add(documentId);
      const taken = await lock(documentId).catch((error: unknown) => {
        held.delete(documentId);
        throw error;
      });
      if (!taken) held.delete(documentId);
      return taken;
    },
    async release(documentId) {
      if (held.delete(documentId)) await unlock(documentId);
    },
    close: () => session.end(),
  };
}
