import { TemporaryError } from '@mailroom/core';
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
  let session: Promise<pg.Client> | undefined;
  const held = new Set<number>();

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({ ...address, keepAlive: true });
    client.on('error', () => {
      session = undefined;
      held.clear();
    });
    await client.connect();
    return client;
  }

  async function lock(
    verb: 'pg_try_advisory_lock' | 'pg_advisory_unlock',
    documentId: number,
  ): Promise<boolean> {
    session ??= connect();
    try {
      const client = await session;
      const { rows } = await client.query<{ ok: boolean }>(`select ${verb}($1, $2) as ok`, [
        claimSpace,
        documentId | 0,
      ]);
      return rows[0]?.ok ?? false;
    } catch (error) {
      session = undefined;
      throw new TemporaryError('database-away', 'The database does not answer. Is it running?', {
        cause: error,
      });
    }
  }

  return {
    async take(documentId) {
      // Within one session a lock can be taken twice, so what we hold ourselves is checked first.
      if (held.has(documentId)) return false;
      held.add(documentId);
      const taken = await lock('pg_try_advisory_lock', documentId).catch((error: unknown) => {
        held.delete(documentId);
        throw error;
      });
      if (!taken) held.delete(documentId);
      return taken;
    },
    async release(documentId) {
      if (held.delete(documentId) && session) await lock('pg_advisory_unlock', documentId);
    },
    async close() {
      const client = await session?.catch(() => undefined);
      session = undefined;
      await client?.end();
    },
  };
}
