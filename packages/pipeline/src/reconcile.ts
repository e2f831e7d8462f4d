import { setTimeout } from 'node:timers/promises';
import { messageOf, priorities } from '@mailroom/core';
import { countWaiting, type Database, forgetTwinKeys, raiseOverdue, waitingIn } from '@mailroom/database';
import type { Hints } from './hints.ts';
import { stages } from './pipeline.ts';
import type { Stage } from './stage.ts';

/** Gives a hint to every document that waits without one, and forgets old twin keys. Returns how many hints it gave. */
export async function reconcile(database: Database, hints: Hints): Promise<number> {
  await letAged(database, hints);
  await forgetTwinKeys(database, new Date(Date.now() - twinKeysKeptMs));
  let given = 0;
  for (const stage of stages) given += await reconcileStage(stage, database, hints);
  return given;
}

/** Copies are looked for over 30 days of receipt; what is put in late has as many again. */
const twinKeysKeptMs = 60 * 24 * 3_600_000;

/** Live mail goes first, but whoever has waited so long stands in line with it: nobody waits for ever. */
const patienceMs = 3_600_000;

/** They keep the hint that they have; the second is dropped when its turn comes. */
async function letAged(database: Database, hints: Hints): Promise<void> {
  const raised = await raiseOverdue(database, priorities.live, new Date(Date.now() - patienceMs));
  for (const stage of stages) {
    const theirs = raised.filter(({ state }) => state === stage.from);
    await hints.give(
      stage.name,
      theirs.map(({ id, priority }) => ({ documentId: id, priority })),
    );
  }
}

/**
 * A hint given twice is dropped by its id, so giving to all is safe; but on a busy day it would be much work
 * for nothing, so it is only done when there are fewer hints than waiting documents.
 */
async function reconcileStage(stage: Stage, database: Database, hints: Hints): Promise<number> {
  const waiting = await countWaiting(database, stage.from);
  if (waiting === 0 || (await hints.count(stage.name)) >= waiting) return 0;
  let given = 0;
  let afterId = 0;
  for (;;) {
    const documents = await waitingIn(database, stage.from, { afterId });
    await hints.give(
      stage.name,
      documents.map(({ id, priority }) => ({ documentId: id, priority })),
    );
    given += documents.length;
    const last = documents.at(-1);
    if (!last) return given;
    afterId = last.id;
  }
}

export interface Reconciler {
  close(): Promise<void>;
}

/** Reconciles now and then every `intervalMs`. A failure is reported and tried again: the next round mends it. */
export function startReconciler(database: Database, hints: Hints, intervalMs = 15_000): Reconciler {
  const stopping = new AbortController();
  const loop = reconcileUntil(stopping.signal, database, hints, intervalMs);
  return {
    async close() {
      stopping.abort();
      await loop;
    },
  };
}

async function reconcileUntil(
  stop: AbortSignal,
  database: Database,
  hints: Hints,
  intervalMs: number,
): Promise<void> {
  while (!stop.aborted) {
    await reconcile(database, hints).catch((error: unknown) => {
      process.stderr.write(`reconciler: ${messageOf(error)}\n`);
    });
    await setTimeout(intervalMs, undefined, { signal: stop }).catch(() => undefined); // aborted: stop at once
  }
}
