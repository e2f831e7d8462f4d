import type { DocumentState } from '@mailroom/core';
import type { Statement } from './database.ts';
import type { NewEvent } from './events.ts';
import { doubtingStages, type Found, factsOf, saveFound } from './found.ts';
import { toJson } from './insert-rows.ts';

export interface Step {
  readonly documentId: number;
  readonly from: DocumentState;
  readonly to: DocumentState;
  readonly actor: string;
  /** German, for the person who decides; only with review and rejected. */
  readonly reason?: string | undefined;
  readonly details?: Record<string, unknown>;
}

/** A stage that a document has passed, and what it found out. */
export interface StagePassed {
  /** The stage's name. */
  readonly actor: string;
  readonly to: DocumentState;
  readonly reason?: string | undefined;
  readonly found?: Found | undefined;
}

/** What is written when a document has passed some stages; the first fails when it is no longer in `from`. */
export function passing(
  documentId: number,
  from: DocumentState,
  stages: readonly StagePassed[],
): readonly Statement[] {
  return [
    move(documentId, from, stages),
    forget(documentId, stages),
    ...stages.flatMap(({ actor, found }) => (found ? saveFound(documentId, actor, found) : [])),
    ...stages.slice(-1).flatMap((last) => openReview(documentId, last)),
  ];
}

type Move = Omit<Step, 'documentId' | 'from'> & { readonly found?: Found | undefined };

export function move(documentId: number, from: DocumentState, steps: readonly Move[]): Statement {
  const last = steps.at(-1);
  const facts = Object.assign({}, ...steps.map(({ found = {} }) => factsOf(found)));
  return {
    text: 'select advance_document($1, $2, $3, $4)',
    values: [
      documentId,
      from,
      toJson({ ...facts, state: last?.to, reason: last?.reason ?? null }),
      toJson(steps.map(eventOf)),
    ],
  };
}

function eventOf({ to, actor, reason, details = {} }: Move): NewEvent {
  return { kind: to, actor, details: reason === undefined ? details : { ...details, reason } };
}

function forget(documentId: number, stages: readonly StagePassed[]): Statement {
  return {
    text: 'select forget_findings($1, $2)',
    values: [documentId, stages.flatMap(({ actor, found }) => (found ? doubtingStages(actor, found) : []))],
  };
}

export function openReview(documentId: number, { to, reason, actor }: Move): readonly Statement[] {
  if (to !== 'review') return [];
  return [
    {
      text: `insert into review_items (document_id, reason, stage) values ($1, $2, $3)
       on conflict (document_id) do update
         set reason = excluded.reason, stage = excluded.stage, state = 'open', created_at = now(), done_at = null`,
      values: [documentId, reason ?? '', actor],
    },
  ];
}
