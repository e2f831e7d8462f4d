import { type BackendFactory, DelayedError, type IQueueBackend, withBackend } from 'bullmq';
import { z } from 'zod';
import type { Hints } from './hints.ts';
import type { StageName } from './stage.ts';

const payloadSchema = z.object({ documentId: z.number().int().positive() });
const queueName = (stage: StageName) => `mailroom-${stage}`;

/**
 * A worker that dies is noticed after at most lock + check: its hint goes to another. A hint is given up
 * after many such deaths only because the reconciler would give it again anyway.
 */
const stalling = { lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 1_000 };

/** Longer than any queue that is there needs to take a thousand hints. */
const answerTimeoutMs = 10_000;

/** How long a stop waits for the documents in hand; what is not finished then, another worker does again. */
const finishMs = 45_000;
/** BullMQ waits for ever to say goodbye to a Redis that is away. */
const goodbyeMs = 2_000;

/** What both backends share: a BullMQ queue for each stage, its jobs carrying a document's id. */
export function hintsOn<B extends IQueueBackend, C>(
  factory: BackendFactory<B, C>,
  { giving, taking }: { readonly giving: C; readonly taking: C },
  logError: (error: Error) => void,
): Hints {
  const { Queue, Worker } = withBackend(factory);
  type HintQueue = InstanceType<typeof Queue<unknown, void>>;
  const queues = new Map<StageName, HintQueue>();

  function queueOf(stage: StageName): HintQueue {
    const known = queues.get(stage);
    if (known) return known;
    const queue = new Queue<unknown, void>(queueName(stage), {
      connection: giving,
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
        opts: { jobId: `document-${documentId}-${priority}`, priority },
      }));
      if (jobs.length === 0) return;
      await answered(queueOf(stage).addBulk(jobs)).catch((error: Error) =>
        logError(new Error(`hints lost, the reconciler gives them again: ${error.message}`)),
      );
    },
    count: (stage) =>
      answered(queueOf(stage).getJobCountByTypes('waiting', 'prioritized', 'delayed', 'active')),
    take(stage, concurrency, handle) {
      const inHand = new Set<Promise<unknown>>();
      const worker = new Worker<unknown, void>(
        queueName(stage),
        async (job, token) => {
          const work = handle(payloadSchema.parse(job.data).documentId);
          inHand.add(work);
          const again = await work.finally(() => inHand.delete(work));
          if (!again) return;
          await job.moveToDelayed(again.getTime(), token);
          throw new DelayedError();
        },
        { connection: taking, concurrency, ...stalling },
      );
      worker.on('error', logError);
      return {
        async close() {
          const closed = worker.close(); // from now on it takes no more
          await atMost(finishMs, Promise.allSettled(inHand));
          await atMost(goodbyeMs, closed);
          // Its own connection would try to reach the queue for ever, and keep the process alive. Closed already: no harm.
          await atMost(goodbyeMs, worker.disconnect().catch(logError));
        },
      };
    },
    async close() {
      await atMost(goodbyeMs, Promise.all([...queues.values()].map((queue) => queue.close())));
    },
  };
}

/** A queue that was never reached lets its callers wait for ever; ours have better things to do. */
async function answered<Result>(work: Promise<Result>): Promise<Result> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('the queue does not answer')), answerTimeoutMs);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function atMost(timeoutMs: number, work: Promise<unknown>): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, timeoutMs);
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
