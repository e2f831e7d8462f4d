import { createPostgresBackend, createRedisBackend, type PostgresPoolConfig } from 'bullmq';
import { hintsOn } from './hint-queues.ts';
import { connectRedis } from './redis-connection.ts';
import type { StageName } from './stage.ts';

/**
 * A hint that a document waits for a stage. It may be lost, doubled or late: PostgreSQL knows better.
 * A job carries the id only, and is named after it, so a document waits at most once per stage and priority.
 */
export interface Hint {
  readonly documentId: number;
  /** Smaller is sooner, from 1; see priorities in core. */
  readonly priority: number;
}

export interface Hints {
  /** Never fails: with the queue away the hints are lost, and the reconciler gives them again. */
  give(stage: StageName, hints: readonly Hint[]): Promise<void>;
  /** How many hints of a stage wait, are delayed or in work. */
  count(stage: StageName): Promise<number>;
  /** Calls `handle` for each hint, `concurrency` at a time, until closed. */
  take(stage: StageName, concurrency: number, handle: HintHandler): HintTaker;
  close(): Promise<void>;
}

/** Returns when to try again, or nothing when the hint is done with. */
export type HintHandler = (documentId: number) => Promise<Date | undefined>;

export interface HintTaker {
  /** Takes no more, and waits for what is in work. */
  close(): Promise<void>;
}

/** Where the queue lives: on PostgreSQL (embedded) or Redis (at volume); the same code for both. */
export type QueueConnection =
  | { readonly kind: 'postgres'; readonly connection: PostgresPoolConfig }
  | { readonly kind: 'redis'; readonly url: string };

export function openHints(where: QueueConnection): Hints {
  if (where.kind === 'redis') return openRedisHints(where.url);
  const connection = { ...where.connection, max: 3, migrate: true };
  return hintsOn(createPostgresBackend, { giving: connection, taking: connection }, errorLog());
}

function openRedisHints(url: string): Hints {
  const logError = errorLog();
  const { giving, taking, close } = connectRedis(url, logError);
  const hints = hintsOn(createRedisBackend, { giving, taking }, logError);
  return {
    ...hints,
    async close() {
      await hints.close();
      close();
    },
  };
}

/** The queue reconnects by itself; a lost connection is worth a line now and then, not a crash. */
function errorLog(everyMs = 10_000): (error: Error) => void {
  const lastSaid = new Map<string, number>();
  return ({ message }) => {
    if (Date.now() - (lastSaid.get(message) ?? 0) < everyMs) return;
    lastSaid.set(message, Date.now());
    process.stderr.write(`queue: ${message}\n`);
  };
}
