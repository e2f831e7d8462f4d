import { type Claims, loadDocument, openClaims } from '@mailroom/database';
import { attempt } from './attempt.ts';
import type { Context } from './context.ts';
import type { Hints, HintTaker } from './hints.ts';
import { stageFrom, stageNamed } from './pipeline.ts';
import type { StageName } from './stage.ts';

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
  const takers: HintTaker[] = [];
  for (const name of ['ocr', 'classify', 'index', 'route'] as const) {
    const atOnce = concurrency[name];
    if (atOnce) takers.push(hints.take(name, atOnce, (id) => handle(name, id, context, hints, claims)));
  }
  return {
    async close() {
      await Promise.all(takers.map((taker) => taker.close()));
      await claims.close();
    },
  };
}

async function handle(
  name: StageName,
  documentId: number,
  context: Context,
  hints: Hints,
  claims: Claims,
): Promise<Date | undefined> {
  const result = await attempt(stageNamed(name), documentId, context, claims);
  if (result.kind === 'retry') return result.at;
  if (result.kind === 'advanced') await hintNext(documentId, context, hints);
  return undefined;
}

/** After the commit: if we die right here, the reconciler finds the document waiting. */
async function hintNext(documentId: number, { database }: Context, hints: Hints): Promise<void> {
  const document = await loadDocument(database, documentId);
  const next = document && stageFrom(document.state);
  if (next) await hints.give(next.name, [{ documentId, priority: document.priority }]);
}
