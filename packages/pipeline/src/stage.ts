import type { DocumentState, Outcome } from '@mailroom/core';
import type { DocumentInWork, Found } from '@mailroom/database';
import type { Context } from './context.ts';

export type StageName = 'ocr' | 'classify' | 'index' | 'route';

/**
 * One step of the flow, as a value. `run` may be called twice, late, or by two workers at once: it only looks and
 * computes. What it has found out is handed to the stages after it, and written when the document moves on.
 */
export interface Stage {
  readonly name: StageName;
  readonly from: DocumentState;
  readonly to: DocumentState;
  run(inWork: DocumentInWork, context: Context): Promise<Outcome<Found>>;
}
