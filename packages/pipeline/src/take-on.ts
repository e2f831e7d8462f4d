import { type DocumentState, TemporaryError } from '@mailroom/core';
import {
  advanceThrough,
  type Claims,
  type DocumentInWork,
  type DocumentRecord,
  loadInWork,
  recordFailure,
  type StagePassed,
  TwinOvertook,
  withFound,
} from '@mailroom/database';
import { type Attempt, attempt, judgeFailure } from './attempt.ts';
import type { Context } from './context.ts';
import { stageFrom } from './pipeline.ts';
import type { StageName } from './stage.ts';

/** How far a document came. */
export type Advance =
  /** It is settled, or somebody else works on it. */
  | { readonly kind: 'left' }
  /** It waits for a stage that is not ours. */
  | { readonly kind: 'handed-over'; readonly stage: StageName; readonly priority: number }
  | { readonly kind: 'retry'; readonly at: Date };

/**
 * Takes a document from wherever it is through as many stages as are ours, whatever the hint that led here was
 * worth. The queue, the claim and each commit cost more than the stages after reading, so they are paid once.
 */
export async function takeOn(
  documentId: number,
  ours: readonly StageName[],
  context: Context,
  claims: Claims,
): Promise<Advance> {
  if (!(await claims.take(documentId))) return { kind: 'left' };
  try {
    const inWork = await loadInWork(context.database, documentId);
    return inWork ? await takeOnClaimed(inWork, ours, context) : { kind: 'left' };
  } finally {
    await claims.release(documentId);
  }
}

async function takeOnClaimed(
  inWork: DocumentInWork,
  ours: readonly StageName[],
  context: Context,
): Promise<Advance> {
  const { document } = inWork;
  const stage = stageFrom(document.state);
  if (!stage) return { kind: 'left' };
  if (ours.includes(stage.name) && document.notBefore > new Date())
    return { kind: 'retry', at: document.notBefore };
  const { passed, stopped } = await passStages(inWork, ours, context);
  try {
    const committed = await commit(document, passed, context);
    if (!committed) return { kind: 'left' };
    const state = committed.at(-1)?.to ?? document.state;
    if (stopped && committed === passed) return await stop(document.id, state, stopped, context);
    return handOver(document, state);
  } catch (error) {
    const failure = judgeFailure(stage, document.attempts, error);
    if (failure.kind !== 'passed') return await stop(document.id, document.state, failure, context);
    await commit(document, [failure.stage], context);
    return { kind: 'left' };
  }
}

interface Passed {
  readonly passed: readonly StagePassed[];
  /** Why it goes no further, although the next stage is ours. */
  readonly stopped?: Stop;
}

type Stop = Exclude<Attempt, { kind: 'passed' }>;

/** Each stage builds on what those before it found, which nobody has written yet. */
async function passStages(
  start: DocumentInWork,
  ours: readonly StageName[],
  context: Context,
): Promise<Passed> {
  const passed: StagePassed[] = [];
  let inWork = start;
  for (;;) {
    const stage = stageFrom(inWork.document.state);
    if (!stage || !ours.includes(stage.name)) return { passed };
    const startedAt = performance.now();
    const result = await attempt(stage, inWork, context);
    const outcome = result.kind === 'passed' ? result.stage.to : result.kind;
    context.measure?.(stage.name, outcome, performance.now() - startedAt);
    if (result.kind !== 'passed') return { passed, stopped: result };
    passed.push(result.stage);
    inWork = {
      document: { ...inWork.document, state: result.stage.to, attempts: 0 },
      findings: withFound(inWork.findings, stage.name, result.stage.found ?? {}),
    };
  }
}

/**
 * Writes what the stages found with the change of state; undefined when somebody else was faster. When it cannot be
 * written, only the first stage is: so the one to blame ends up alone, and the others do not suffer for it. When a
 * copy of the letter was faster, only the last one runs again.
 */
async function commit(
  { id, state }: DocumentRecord,
  passed: readonly StagePassed[],
  { database }: Context,
): Promise<readonly StagePassed[] | undefined> {
  try {
    return (await advanceThrough(database, id, state, passed)) ? passed : undefined;
  } catch (error) {
    const overtaken = error instanceof TwinOvertook;
    if (passed.length < 2 || (error instanceof TemporaryError && !overtaken)) throw error;
    const kept = overtaken ? passed.slice(0, -1) : passed.slice(0, 1);
    return (await advanceThrough(database, id, state, kept)) ? kept : undefined;
  }
}

async function stop(
  documentId: number,
  from: DocumentState,
  stopped: Stop,
  { database }: Context,
): Promise<Advance> {
  const { at } = stopped;
  if (stopped.kind === 'failed')
    await recordFailure(database, { documentId, from, error: stopped.error, retryAt: at });
  return { kind: 'retry', at };
}

function handOver({ priority }: DocumentRecord, state: DocumentState): Advance {
  const next = stageFrom(state);
  return next ? { kind: 'handed-over', stage: next.name, priority } : { kind: 'left' };
}
