/**
 * What somebody may see. `queues` null: everything; else only documents with a work item in one of these
 * queues; with `review` among them also documents in review, and those whose blind check is open or found fault.
 * A copy is seen by whom its original is seen.
 */
export interface Scope {
  readonly queues: readonly string[] | null;
}

/** The pseudo-queue of those who decide doubtful documents. */
export const reviewQueue = 'review';

/** SQL that holds for the rows of `documents` inside the scope, whose queues are parameter `$n` (text[]). */
export function visible(parameter: string): string {
  return `(${parameter}::text[] is null
    or exists (select from work_items seen
      where seen.document_id in (documents.id, documents.copy_of) and seen.queue = any(${parameter}))
    or ('${reviewQueue}' = any(${parameter}) and (exists
      (select from documents seen where seen.id in (documents.id, documents.copy_of) and seen.state = 'review') or exists
      (select from blind_checks seen where seen.document_id = documents.id and seen.verdict is distinct from 'right'))))`;
}
