import type { AccountCandidate, AccountMatch, CustomerLookup, Letter } from '@mailroom/core';
import { extractIdentifiers } from '../identifiers/extract-identifiers.ts';
import { plainText } from '../plain-text.ts';
import { runOn } from '../run-on.ts';
import { customerName } from './customer-name.ts';
import { doubtAbout } from './doubt-about.ts';
import { gather } from './gather.ts';
import { readLetter } from './reading.ts';
import type { Weighed } from './weigh.ts';

/** Below this confidence a person decides. */
const sure = 0.95;
/** Below this even a guess would mislead. */
const guess = 0.05;
/** Log-odds that a customer picked at random from those who agree on something is not the one. */
const nobody = 5;

/**
 * Whose letter is it? Identifiers, name and address add up to log-odds, those of all candidates and of nobody
 * to a confidence. `doubt` is a German sentence for the case worker; without one the account may be trusted.
 */
export async function matchAccount(letter: Letter, lookup: CustomerLookup): Promise<AccountMatch> {
  const text = plainText(letter.text);
  const mentions = extractIdentifiers(runOn(text), await lookup.numberShapes());
  const reading = readLetter(text);
  const weighed = (await gather(reading, mentions, lookup)).filter(isPlausible);
  const candidates = weighed.slice(0, 3).map((one) => candidate(one, weighed));
  const [best] = candidates;
  const doubt = doubtAbout(weighed, { confidence: best?.confidence ?? 0, sure, mentions, reading });
  const account = best && best.confidence >= guess ? best : null;
  return { account, candidates, ...(doubt === undefined ? {} : { doubt }) };
}

/** A near number alone is nothing: one digit off is usually somebody else. */
function isPlausible({ leads, name, address }: Weighed): boolean {
  if (leads.some((lead) => !lead.near)) return true;
  const named = name.degree !== 'none' && name.degree !== 'first';
  if (leads.length > 0) return named || address.street === 'house';
  return named && (address.street !== 'none' || address.city || address.postalCode);
}

function candidate(one: Weighed, all: readonly Weighed[]): AccountCandidate {
  const total = all.reduce((sum, { score }) => sum + Math.exp(score), Math.exp(nobody));
  return {
    customerNumber: one.customer.customerNumber,
    name: customerName(one.customer),
    confidence: Math.exp(one.score) / total,
    evidence: one.evidence,
  };
}
