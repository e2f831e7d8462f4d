import type { Field } from '@mailroom/core';
import { signs } from './amount-signs.ts';
import { findAmounts, type WrittenAmount } from './amounts.ts';

const monthly =
  /^\s*(?:,-)?\s*(?:im monat|pro monat|monatlich|jeden monat|mtl|\/ ?monat|die woche|pro woche)/iu;
const everyMonth = /(?:jeden monat|im monat|monatlich)\s*(?:nur|die)?\s*$/iu;
/** By the month a tariff or an option is paid, or an instalment. */
const monthlyWeight = { price: 0.8, instalment: -0.9 };
/** In a letter that contests a bill it is asked, if it has not come yet; elsewhere a credit is what a price differs by. */
const refund = /(?:gutschrift|erstattung|überzahlung)\P{L}*(?:von|über|in höhe von)?\s*$/iu;
const given = /^[^.!?]{0,40}(?:schon|bereits|geleistet|erhalten|verrechnet)/iu;
const credit = /gutschrift\P{L}*(?:von|über|in höhe von)?\s*$/iu;
const refundWeight = 1.5;
const creditWeight = -2.1;
const largest = 0.7;

/** How much letters with a wish are about a sum. */
const wishes: Readonly<Record<string, number>> = {
  'invoice-dispute': 3.2,
  'payment-plan': 2.5,
  renewal: 0.2,
  cancellation: -0.9,
  revocation: -0.9,
  bereavement: -1.1,
};
const otherWish = -2.7;

/** The sum the letter is about, as "49.90"; without wishes it is looked for as in a letter about a bill. */
export function amount(text: string, intents: readonly string[]): Field | undefined {
  const sums = findAmounts(text);
  // Not spread into Math.max: a long list holds more sums than a call takes arguments.
  const most = sums.reduce((highest, { value }) => Math.max(highest, Number(value)), 0);
  const scored = sums.map((sum) => ({
    sum,
    score: wishScore(intents) + signScore(sum, text, intents) + (Number(sum.value) === most ? largest : 0),
  }));
  const [best] = scored.filter(({ score }) => score > 0).sort((one, other) => other.score - one.score);
  return best && { value: best.sum.value, words: best.sum.words };
}

const wishScore = (intents: readonly string[]): number =>
  Math.max(...(intents.length > 0 ? intents : ['invoice-dispute']).map((one) => wishes[one] ?? otherWish));

function signScore({ start, end }: WrittenAmount, text: string, intents: readonly string[]): number {
  const before = text.slice(Math.max(0, start - 70), start);
  const after = text.slice(end, end + 60);
  const shown = signs.filter((sign) => sign.before?.test(before) || sign.after?.test(after));
  return (
    shown.reduce((sum, { weight }) => sum + weight, 0) +
    (monthly.test(after) || everyMonth.test(before) ? monthlyScore(intents) : 0) +
    refundScore({ before, after }, intents)
  );
}

function refundScore(
  { before, after }: { readonly before: string; readonly after: string },
  intents: readonly string[],
): number {
  if (contests(intents)) return refund.test(before) && !given.test(after) ? refundWeight : 0;
  return credit.test(before) ? creditWeight : 0;
}

/** Without wishes a letter is taken for one about a bill. */
const contests = (intents: readonly string[]): boolean =>
  intents.length === 0 || intents.includes('invoice-dispute');

const monthlyScore = (intents: readonly string[]): number =>
  intents.includes('payment-plan') ? monthlyWeight.instalment : monthlyWeight.price;
