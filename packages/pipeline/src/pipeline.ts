import type { DocumentState } from '@mailroom/core';
import { type RunnableStage, runnable, type StageName } from './stage.ts';
import { classify } from './stages/classify.ts';
import { index } from './stages/index-account.ts';
import { ocr } from './stages/ocr.ts';
import { route } from './stages/route.ts';

/**
 * The whole flow of a document, in order:
 *
 *   received --ocr--> read --classify--> classified --index--> indexed --route--> routed
 *
 * From each of them a document may end in `review` (a person decides) or `rejected` (not a readable
 * document). What happens around a stage is in attempt.ts: claim, run, commit with the state change, hint
 * the next stage; on an error try again later, and out of attempts `review`.
 */
export const stages: readonly RunnableStage[] = [
  runnable(ocr), //      open the original, read every page, write the searchable PDF
  runnable(classify), // what does the sender want?
  runnable(index), //    whose letter is it, and which dates and numbers does it name?
  runnable(route), //    receipt date and deadline; a work item per intent, or review
];

/** The stage that takes a document on from `state`; undefined when it is settled. */
export function stageFrom(state: DocumentState): RunnableStage | undefined {
  return stages.find((stage) => stage.from === state);
}

export function stageNamed(name: StageName): RunnableStage {
  const stage = stages.find((one) => one.name === name);
  if (!stage) throw new RangeError(`no stage ${name}`);
  return stage;
}
