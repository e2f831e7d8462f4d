import type { DocumentState } from '@mailroom/core';
import type { Transaction } from '../database.ts';
import { insertRows } from '../insert-rows.ts';
import { type NewWorkItem, saveReceiptDate, workRows } from '../save-results.ts';
import { type Snapshot, takeSnapshot } from './snapshot.ts';

/** What a person decided about a document, and the work that follows from it. */
export interface Decision {
  readonly documentId: number;
  readonly from: DocumentState;
  readonly reason: string | null;
  readonly actor: string;
  /** Most important first. */
  readonly intents: readonly string[];
  readonly customerNumber: string | null;
  /** The customer's name, for a customer that the machine had not thought of. */
  readonly name: string;
  readonly receiptDate: string;
  readonly workItems: readonly NewWorkItem[];
}

/**
 * Writes a decision in the transaction that moves the document to `routed`: intents and account become what
 * the person says, work that is no longer wanted leaves its queue unless it is done, and what stood before
 * is kept with the label. Returns the label's id.
 */
export async function saveDecision(transaction: Transaction, decision: Decision): Promise<number> {
  const { documentId, intents, customerNumber } = decision;
  const before = await takeSnapshot(transaction, documentId, decision.from, decision.reason);
  await chooseIntents(transaction, documentId, intents);
  await linkAccount(transaction, decision);
  await saveReceiptDate(transaction, documentId, decision.receiptDate);
  await replaceWork(transaction, decision);
  await transaction.query(
    "update review_items set state = 'done', done_at = now(), claimed_by = null where document_id = $1",
    [documentId],
  );
  return saveLabel(transaction, { documentId, actor: decision.actor, intents, customerNumber, before });
}

async function chooseIntents(
  transaction: Transaction,
  documentId: number,
  intents: readonly string[],
): Promise<void> {
  const { rows } = await transaction.query<{ intent: string; confidence: number; evidence: string[] }>(
    'delete from intents where document_id = $1 returning intent, confidence, evidence, position',
    [documentId],
  );
  const known = new Map(rows.map((row) => [row.intent, row]));
  const others = rows.map((row) => row.intent).filter((intent) => !intents.includes(intent));
  for (const [position, intent] of [...intents, ...others].entries()) {
    const chosen = position < intents.length;
    const guess = known.get(intent);
    await transaction.query(
      `insert into intents (document_id, position, intent, confidence, evidence, chosen) values ($1, $2, $3, $4, $5, $6)`,
      [documentId, position, intent, chosen ? 1 : (guess?.confidence ?? 0), guess?.evidence ?? [], chosen],
    );
  }
}

async function linkAccount(
  transaction: Transaction,
  { documentId, customerNumber, name }: Decision,
): Promise<void> {
  await transaction.query(
    'update account_links set linked = (customer_number is not distinct from $2) where document_id = $1',
    [documentId, customerNumber],
  );
  if (customerNumber === null) return;
  await transaction.query(
    `insert into account_links (document_id, position, customer_number, name, confidence, evidence, linked)
     select $1, coalesce(max(position) + 1, 0), $2, $3, 1, array['Von Hand zugeordnet'], true
     from account_links where document_id = $1 having not coalesce(bool_or(customer_number = $2), false)`,
    [documentId, customerNumber, name],
  );
}

/** What stays keeps its claim and its due time; only the account is corrected. */
async function replaceWork(
  transaction: Transaction,
  { documentId, workItems, customerNumber }: Decision,
): Promise<void> {
  await transaction.query(
    "delete from work_items where document_id = $1 and state <> 'done' and not intent = any($2)",
    [documentId, workItems.map((item) => item.intent)],
  );
  await transaction.query(
    "update work_items set customer_number = $2 where document_id = $1 and state <> 'done'",
    [documentId, customerNumber],
  );
  await insertRows(transaction, workRows(documentId, workItems));
}

/** What a person said about a document, and what stood before; returns the label's id. */
export async function saveLabel(
  transaction: Transaction,
  label: {
    documentId: number;
    actor: string;
    intents: readonly string[];
    customerNumber: string | null;
    before: Snapshot;
  },
): Promise<number> {
  const { rows } = await transaction.query<{ id: number }>(
    `insert into labels (document_id, actor, intents, customer_number, before) values ($1, $2, $3, $4, $5) returning id`,
    [label.documentId, label.actor, label.intents, label.customerNumber, JSON.stringify(label.before)],
  );
  const row = rows[0];
  if (!row) throw new Error('insert returned no row');
  return row.id;
}
