import { DateTime } from 'luxon';

export interface EndDateProposal {
  /** ISO date. */
  readonly date: string;
  /** In German words, with the rule it comes from. */
  readonly source: string;
}

/**
 * When a contract ends that is cancelled "zum nächstmöglichen Zeitpunkt" and whose initial term is over:
 * one month after receipt, any day (TKG s.56(3)). Within the initial term the contract's own date holds,
 * which is why this is a proposal for the case worker and never a fact.
 */
export function endDateProposal(receiptDate: string): EndDateProposal {
  const end = DateTime.fromISO(receiptDate, { zone: 'utc' }).plus({ months: 1 }).toISODate();
  if (end === null) throw new RangeError(`not a date: ${receiptDate}`);
  return { date: end, source: 'Nach Ablauf der Mindestlaufzeit ein Monat ab Eingang (§ 56 Abs. 3 TKG).' };
}
