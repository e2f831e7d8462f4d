import type { AccountMatch, Classification, Fields } from '@mailroom/core';
import type { Transaction } from './database.ts';
import { insertRows } from './insert-rows.ts';

export async function saveClassification(
  transaction: Transaction,
  documentId: number,
  { intents, candidates, modelVersion }: Classification,
): Promise<void> {
  const chosen = new Set(intents.map((one) => one.intent));
  const ranked = [...intents, ...candidates.filter((one) => !chosen.has(one.intent))];
  await transaction.query('delete from intents where document_id = $1', [documentId]);
  await insertRows(
    transaction,
    'intents',
    ranked.map(({ intent, confidence, evidence }, position) => ({
      document_id: documentId,
      position,
      intent,
      confidence,
      evidence,
      chosen: chosen.has(intent),
    })),
  );
  await transaction.query('update documents set model_version = $2 where id = $1', [
    documentId,
    modelVersion,
  ]);
}

export async function saveIndexing(
  transaction: Transaction,
  documentId: number,
  { fields, match: { account, candidates } }: { fields: Fields; match: AccountMatch },
): Promise<void> {
  await transaction.query('delete from fields where document_id = $1', [documentId]);
  await insertRows(
    transaction,
    'fields',
    Object.entries(fields).map(([name, { value, words }]) => ({
      document_id: documentId,
      name,
      value,
      words,
    })),
  );
  const others = candidates.filter((one) => one.customerNumber !== account?.customerNumber);
  const ranked = account ? [account, ...others] : others;
  await transaction.query('delete from account_links where document_id = $1', [documentId]);
  await insertRows(
    transaction,
    'account_links',
    ranked.map((one, position) => ({
      document_id: documentId,
      position,
      customer_number: one.customerNumber,
      name: one.name,
      confidence: one.confidence,
      evidence: one.evidence,
      linked: one === account,
    })),
  );
}

/** Why a person should decide, as one stage sees it; undefined when the stage has no doubt. */
export async function saveDoubt(
  transaction: Transaction,
  documentId: number,
  stage: string,
  reason: string | undefined,
): Promise<void> {
  await transaction.query('delete from doubts where document_id = $1 and stage = $2', [documentId, stage]);
  if (reason !== undefined) {
    await insertRows(transaction, 'doubts', [{ document_id: documentId, stage, reason }]);
  }
}

export interface NewWorkItem {
  readonly intent: string;
  readonly queue: string;
  readonly dueAt: Date;
  readonly customerNumber: string | null;
}

/** One work item per intent of a document, however often this runs. */
export async function saveWorkItems(
  transaction: Transaction,
  documentId: number,
  workItems: readonly NewWorkItem[],
): Promise<void> {
  for (const item of workItems) {
    await transaction.query(
      `insert into work_items (document_id, intent, queue, customer_number, due_at) values ($1, $2, $3, $4, $5)
       on conflict (document_id, intent) do nothing`,
      [documentId, item.intent, item.queue, item.customerNumber, item.dueAt],
    );
  }
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
