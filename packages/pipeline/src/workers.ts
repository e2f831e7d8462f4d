import { TemporaryError } from '@mailroom/core';
import { type Claims, openClaims } from '@mailroom/database';
import type { Context } from './context.ts';
import type { Hints, HintTaker } from './hints.ts';
import { stages } from './pipeline.ts';
import type { StageName } from './stage.ts';
import { type Advance, takeOn } from './take-on.ts';

export interface Workers {
  /** Takes no more work and waits for what is in work. */
  close(): Promise<void>;
}

/** Works on the hints of some stages, so many documents at a time for each. */
export function startWorkers(
  context: Context,
  hints: Hints,
  concurrency: Partial<Record<StageName, number>>,
): Workers {
  const claims = openClaims(context.database.address);
  const ours = stages.map(({ name }) => name).filter((name) => concurrency[name]);
  const takers: HintTaker[] = ours.map((name) =>
    hints.take(name, concurrency[name] ?? 1, (id) => handle(id, ours, context, hints, claims)),
  );
  return {
    async close() {
      await Promise.all(takers.map((taker) => taker.close()));
      await claims.close();
    },
  };
}

/**
 * The document goes through all stages that are ours on one hint; only for a stage of other workers another is
 * given. If we die in between, the reconciler finds the document waiting.
 */
async function handle(
  documentId: number,
  ours: readonly StageName[],
  context: Context,
  hints: Hints,
  claims: Claims,
): Promise<Date | undefined> {
  const result = await takeOn(documentId, ours, context, claims).catch(whenItIsBack);
  if (result.kind === 'retry') return result.at;
  if (result.kind === 'handed-over') {
    await hints.give(result.stage, [{ documentId, priority: result.priority }]);
  }
  return undefined;
}

/** What the database could not be asked for while it was away. The hint stays, so that nobody waits for the reconciler. */
function whenItIsBack(error: unknown): Advance {
  if (error instanceof TemporaryError) return { kind: 'retry', at: new Date(Date.now() + awayMs) };
  throw error;
}

const awayMs = 2000;
