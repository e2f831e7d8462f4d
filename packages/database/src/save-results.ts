import type { AccountCandidate, AccountMatch, Classification, Fields, Intent } from '@mailroom/core';
import type { Statement, Transaction } from './database.ts';
import { insertRows } from './insert-rows.ts';

/** An intent as it is stored; not chosen: only a candidate for the reviewer. */
export type RankedIntent = Intent & { readonly chosen: boolean };
/** An account as it is stored; at most one is linked. */
export type RankedAccount = AccountCandidate & { readonly linked: boolean };

export function rankIntents({ intents, candidates }: Classification): readonly RankedIntent[] {
  const chosen = new Set(intents.map((one) => one.intent));
  return [...intents, ...candidates.filter((one) => !chosen.has(one.intent))].map((one) => ({
    ...one,
    chosen: chosen.has(one.intent),
  }));
}

export function saveClassification(documentId: number, classification: Classification): readonly Statement[] {
  return insertRows(
    'intents',
    rankIntents(classification).map(({ intent, confidence, evidence, chosen }, position) => ({
      ...{ document_id: documentId, position, intent, confidence, evidence, chosen },
    })),
  );
}

export interface Indexing {
  readonly fields: Fields;
  readonly match: AccountMatch;
}

export function rankAccounts({ account, candidates }: AccountMatch): readonly RankedAccount[] {
  const others = candidates.filter((one) => one.customerNumber !== account?.customerNumber);
  return (account ? [account, ...others] : others).map((one) => ({ ...one, linked: one === account }));
}

export function saveIndexing(documentId: number, { fields, match }: Indexing): readonly Statement[] {
  const fieldRows = Object.entries(fields).map(([name, { value, words }]) => ({
    ...{ document_id: documentId, name, value, words },
  }));
  const accountRows = rankAccounts(match).map((one, position) => ({
    ...{ document_id: documentId, position, customer_number: one.customerNumber, name: one.name },
    ...{ confidence: one.confidence, evidence: one.evidence, linked: one.linked },
  }));
  return [...insertRows('fields', fieldRows), ...insertRows('account_links', accountRows)];
}

/** Why a person should decide, as one stage sees it; undefined when the stage has no doubt. */
export function saveDoubt(
  documentId: number,
  stage: string,
  reason: string | undefined,
): readonly Statement[] {
  return insertRows('doubts', reason === undefined ? [] : [{ document_id: documentId, stage, reason }]);
}

export interface NewWorkItem {
  readonly intent: string;
  readonly queue: string;
  readonly dueAt: Date;
  readonly customerNumber: string | null;
}

/** One work item per intent of a document, however often this runs. */
export function saveWorkItems(documentId: number, workItems: readonly NewWorkItem[]): readonly Statement[] {
  return insertRows(
    'work_items',
    workItems.map(({ intent, queue, dueAt, customerNumber }) => ({
      ...{ document_id: documentId, intent, queue, customer_number: customerNumber, due_at: dueAt },
    })),
    'on conflict (document_id, intent) do nothing',
  );
}

/** The receipt date is evidence: it is written once. */
export async function saveReceiptDate(
  transaction: Transaction,
  documentId: number,
  receiptDate: string,
): Promise<void> {
  await transaction.query('update documents set receipt_date = coalesce(receipt_date, $2) where id = $1', [
    documentId,
    receiptDate,
  ]);
}
