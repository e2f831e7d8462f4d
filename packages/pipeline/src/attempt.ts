import { BadDocumentError, type DocumentState, messageOf, TemporaryError } from '@mailroom/core';
import type { DocumentInWork, StagePassed } from '@mailroom/database';
import type { Context } from './context.ts';
import type { Stage } from './stage.ts';

/** What became of one attempt at one stage of one document. */
export type Attempt =
  | { readonly kind: 'passed'; readonly stage: StagePassed }
  /** Not now, and not the document's fault. */
  | { readonly kind: 'later'; readonly at: Date }
  /** The attempt counts, and the next one may start then. */
  | { readonly kind: 'failed'; readonly error: string; readonly at: Date };

export const maxAttempts = 4;
const temporaryDelayMs = 5_000;

/** Runs one stage; never throws. */
export async function attempt(stage: Stage, inWork: DocumentInWork, context: Context): Promise<Attempt> {
  try {
    const outcome = await stage.run(inWork, context);
    switch (outcome.kind) {
      case 'done':
        return passed(stage, stage.to, { found: outcome.result });
      case 'review':
        return passed(stage, 'review', { reason: outcome.reason, found: outcome.result });
      case 'reject':
        return passed(stage, 'rejected', { reason: outcome.reason, found: outcome.result });
      case 'later':
        return { kind: 'later', at: new Date(Date.now() + outcome.delayMs) };
    }
  } catch (error) {
    return judgeFailure(stage, inWork.document.attempts, error);
  }
}

function passed(stage: Stage, to: DocumentState, what: Omit<StagePassed, 'actor' | 'to'>): Attempt {
  return { kind: 'passed', stage: { actor: stage.name, to, ...what } };
}

/** Temporary troubles outside do not count against the document; anything else does, and the last one is for a person. */
export function judgeFailure(stage: Stage, attempts: number, error: unknown): Attempt {
  const reason = messageOf(error);
  if (error instanceof BadDocumentError) return passed(stage, error.state, { reason });
  if (error instanceof TemporaryError) return { kind: 'later', at: new Date(Date.now() + temporaryDelayMs) };
  if (attempts + 1 < maxAttempts)
    return { kind: 'failed', error: reason, at: new Date(Date.now() + backoffMs(attempts)) };
  return passed(stage, 'review', {
    reason: `Die Verarbeitung ist ${maxAttempts}-mal gescheitert (${stage.name}: ${reason}). Bitte von Hand bearbeiten.`,
  });
}

/** 1 s, 4 s, 16 s, ... at most five minutes. */
function backoffMs(attempts: number): number {
  return Math.min(300_000, 1000 * 4 ** attempts);
}
