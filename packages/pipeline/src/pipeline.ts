import type { DocumentState } from '@mailroom/core';
import type { Stage } from './stage.ts';
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
 * document). What happens around the stages is in take-on.ts: claim the document, pass as many stages as are ours,
 * commit what they found with the change of state, hint the next worker; on an error try again later, and out of
 * attempts `review`.
 */
export const stages: readonly Stage[] = [
  ocr, //      open the original, read every page, write the searchable PDF; take a stack apart
  classify, // what does the sender want?
  index, //    whose letter is it, and which dates and numbers does it name?
  route, //    receipt date and deadline; a work item per intent, or review
];

/** The stage that takes a document on from `state`; undefined when it is settled. */
export function stageFrom(state: DocumentState): Stage | undefined {
  return stages.find((stage) => stage.from === state);
}
