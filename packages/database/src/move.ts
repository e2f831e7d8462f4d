import type { DocumentState } from '@mailroom/core';
import type { Statement } from './database.ts';
import type { NewEvent } from './events.ts';
import { doubtingStages, type Found, factsOf, rowsOf, type TwinsFound } from './found.ts';
import { type Rows, together, toJson } from './insert-rows.ts';

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

/** Writes that a document has passed some stages; fails when it is no longer in `from`. */
export function passing(documentId: number, from: DocumentState, stages: readonly StagePassed[]): Statement {
  const last = stages.at(-1);
  const twins = last?.found?.twins;
  const rows = stages.map(({ actor, found }) => (found ? rowsOf(documentId, actor, found) : {}));
  return {
    text: 'select pass_stages($1, $2, $3, $4, $5, $6, $7)',
    values: [
      ...[documentId, from, ...factsAndEvents(stages)],
      stages.flatMap(({ actor, found }) => (found ? doubtingStages(actor, found) : [])),
      toJson(together([...rows, last ? reviewRows(documentId, last) : {}])),
      twins ? JSON.stringify(claimOf(twins)) : null,
    ],
  };
}

/** As claimTwinKeys passes it. */
function claimOf({ search, compared }: TwinsFound) {
  const { receivedAt: at, customerNumber: account, keys } = search;
  return { at, account, keys, compared };
}

type Move = Omit<Step, 'documentId' | 'from'> & { readonly found?: Found | undefined };

/** The same for a step that finds nothing out. */
export function move(step: Step): Statement {
  return {
    text: 'select advance_document($1, $2, $3, $4)',
    values: [step.documentId, step.from, ...factsAndEvents([step])],
  };
}

function factsAndEvents(steps: readonly Move[]): readonly [facts: string, events: string] {
  const last = steps.at(-1);
  const facts = Object.assign({}, ...steps.map(({ found = {} }) => factsOf(found)));
  return [toJson({ ...facts, state: last?.to, reason: last?.reason ?? null }), toJson(steps.map(eventOf))];
}

function eventOf({ to, actor, reason, details, found }: Move): NewEvent {
  const known = { ...details, ...found?.reading?.faxHeader };
  return { kind: to, actor, details: reason === undefined ? known : { ...known, reason } };
}

export function reviewRows(documentId: number, { to, reason = '', actor }: Move): Rows {
  return to === 'review' ? { review_items: [{ document_id: documentId, reason, stage: actor }] } : {};
}
