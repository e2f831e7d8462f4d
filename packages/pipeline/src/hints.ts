import {
  type BackendFactory,
  type ConnectionOptions,
  createPostgresBackend,
  createRedisBackend,
  DelayedError,
  type IQueueBackend,
  type PostgresPoolConfig,
  withBackend,
} from 'bullmq';
import { z } from 'zod';
import type { StageName } from './stage.ts';

/**
 * A hint that a document waits for a stage. It may be lost, doubled or late: PostgreSQL knows better.
 * A job carries the id only, and the id is the job's own, so a document waits at most once per stage.
 */
export interface Hint {
  readonly documentId: number;
  /** Smaller is sooner, from 1; see priorities.ts. */
  readonly priority: number;
}

export interface Hints {
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
  | { readonly kind: 'redis'; readonly connection: ConnectionOptions };

export function openHints(where: QueueConnection): Hints {
  return where.kind === 'postgres'
    ? hintsOn(createPostgresBackend, { ...where.connection, max: 3, migrate: true })
    : hintsOn(createRedisBackend, where.connection);
}

const payloadSchema = z.object({ documentId: z.number().int().positive() });
const queueName = (stage: StageName) => `mailroom-${stage}`;

/**
 * A worker that dies is noticed after at most lock + check: its hint goes to another. A hint is given up
 * after many such deaths only because the reconciler would give it again anyway.
 */
const stalling = { lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 1_000 };

function hintsOn<B extends IQueueBackend, C>(factory: BackendFactory<B, C>, connection: C): Hints {
  const { Queue, Worker } = withBackend(factory);
  type HintQueue = InstanceType<typeof Queue<unknown, void>>;
  const queues = new Map<StageName, HintQueue>();

  function queueOf(stage: StageName): HintQueue {
    const known = queues.get(stage);
    if (known) return known;
    const queue = new Queue<unknown, void>(queueName(stage), {
      connection,
      defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
    });
    queue.on('error', logError);
    queues.set(stage, queue);
    return queue;
  }

  return {
    async give(stage, hints) {
      const jobs = hints.map(({ documentId, priority }) => ({
        name: stage,
        data: { documentId },
        opts: { jobId: `document-${documentId}`, priority },
      }));
      if (jobs.length > 0) await queueOf(stage).addBulk(jobs);
    },
    count: (stage) => queueOf(stage).getJobCountByTypes('waiting', 'prioritized', 'delayed', 'active'),
    take(stage, concurrency, handle) {
      const worker = new Worker<unknown, void>(
        queueName(stage),
        async (job, token) => {
          const again = await handle(payloadSchema.parse(job.data).documentId);
          if (!again) return;
          await job.moveToDelayed(again.getTime(), token);
          throw new DelayedError();
        },
        { connection, concurrency, ...stalling },
      );
      worker.on('error', logError);
      return { close: () => worker.close() };
    },
    async close() {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}

/** The queue reconnects by itself; a lost connection is worth a line, not a crash. */
function logError(error: Error): void {
  process.stderr.write(`queue: ${error.message}\n`);
}
