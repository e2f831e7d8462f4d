import type { AccountCandidate, AccountMatch, Classification, Fields, Intent } from '@mailroom/core';
import type { Transaction } from './database.ts';
import type { Rows } from './insert-rows.ts';

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

export function intentRows(documentId: number, classification: Classification): Rows {
  return {
    intents: rankIntents(classification).map(({ intent, confidence, evidence, chosen }, position) => ({
      ...{ document_id: documentId, position, intent, confidence, evidence, chosen },
    })),
  };
}

export interface Indexing {
  readonly fields: Fields;
  readonly match: AccountMatch;
}

export function rankAccounts({ account, candidates }: AccountMatch): readonly RankedAccount[] {
  const others = candidates.filter((one) => one.customerNumber !== account?.customerNumber);
  return (account ? [account, ...others] : others).map((one) => ({ ...one, linked: one === account }));
}

export function indexingRows(documentId: number, { fields, match }: Indexing): Rows {
  const fieldRows = Object.entries(fields).map(([name, { value, words }]) => ({
    ...{ document_id: documentId, name, value, words },
  }));
  const accountRows = rankAccounts(match).map((one, position) => ({
    ...{ document_id: documentId, position, customer_number: one.customerNumber, name: one.name },
    ...{ confidence: one.confidence, evidence: one.evidence, linked: one.linked },
  }));
  return { fields: fieldRows, account_links: accountRows };
}

/** Why a person should decide, as one stage sees it; undefined when the stage has no doubt. */
export function doubtRows(documentId: number, stage: string, reason: string | undefined): Rows {
  return reason === undefined ? {} : { doubts: [{ document_id: documentId, stage, reason }] };
}

export interface NewWorkItem {
  readonly intent: string;
  readonly queue: string;
  readonly dueAt: Date;
  readonly customerNumber: string | null;
}

export function workRows(documentId: number, workItems: readonly NewWorkItem[]): Rows {
  return {
    work_items: workItems.map(({ intent, queue, dueAt, customerNumber }) => ({
      ...{ document_id: documentId, intent, queue, customer_number: customerNumber, due_at: dueAt },
    })),
  };
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
