import {
  type DocumentRecord,
  holdTwin,
  type KnownTwin,
  makeCopy,
  moveReceiptDate,
  saveTwins,
  settleAsCopy,
  type Transaction,
  TwinOvertook,
} from '@mailroom/database';
import type { TwinPlan } from './plan-twins.ts';

export interface Receipt {
  /** ISO date of the document that is being routed. */
  readonly date: string;
  /** When work is due that was received on `date`, by intent. */
  duesFrom(date: string): ReadonlyMap<string, Date>;
}

/**
 * What is written in the transaction that routes the document when it repeats a letter; nothing when it does not.
 * Throws TwinOvertook when the document to follow has changed since the plan was made.
 */
export function followTwins(
  document: DocumentRecord,
  { found, lead, decision }: TwinPlan,
  receipt: Receipt,
): ((transaction: Transaction) => Promise<void>) | undefined {
  if (found.length === 0) return undefined;
  return async (transaction) => {
    if (lead && !(await holdTwin(transaction, lead))) throw new TwinOvertook();
    await saveTwins(transaction, document, found);
    if (lead && decision === 'copy') await makeCopy(transaction, document.id, asLead(lead));
    if (lead && decision === 'lead') await takeOver(transaction, document, lead, receipt);
    else if (lead) await advanceReceipt(transaction, lead.id, { ...receipt, because: document.id });
  };
}

/** The earliest receipt counts for the work, whichever of the two documents it is on. */
async function takeOver(
  transaction: Transaction,
  document: DocumentRecord,
  { id, receiptDate: date }: KnownTwin,
  { duesFrom }: Receipt,
): Promise<void> {
  await settleAsCopy(transaction, id, asLead(document));
  if (date !== null) await advanceReceipt(transaction, document.id, { date, duesFrom, because: id });
}

function advanceReceipt(
  transaction: Transaction,
  documentId: number,
  { date, duesFrom, because }: Receipt & { because: number },
): Promise<void> {
  return moveReceiptDate(transaction, documentId, { date, because, dues: duesFrom(date) });
}

function asLead({ id, channel, receivedAt }: Pick<KnownTwin, 'id' | 'channel' | 'receivedAt'>) {
  const what = { letter: 'Brief', fax: 'Fax', email: 'E-Mail' }[channel];
  const day = receivedAt.toLocaleDateString('de-DE', { dateStyle: 'medium', timeZone: 'Europe/Berlin' });
  return {
    leadId: id,
    reason: `Dasselbe Schreiben wie Dokument ${id} (${what} vom ${day}); bearbeitet wird es dort.`,
  };
}
