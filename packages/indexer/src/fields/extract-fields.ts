import {
  type BusinessCalendar,
  civilDate,
  type Field,
  type Fields,
  type Letter,
  type NumberShape,
} from '@mailroom/core';
import { extractIdentifiers } from '../identifiers/extract-identifiers.ts';
import type { Mention } from '../identifiers/mention.ts';
import { plainText } from '../plain-text.ts';
import { runOn } from '../run-on.ts';
import { amount } from './amount.ts';
import { contractNumber } from './contract-number.ts';
import { effectiveDate } from './effective-date.ts';
import { defaultFieldWeights, type FieldWeights } from './field-weights.ts';
import { invoiceNumber } from './invoice-number.ts';
import { newAddress } from './new-address.ts';
import { newIban } from './new-iban.ts';
import { phone } from './phone.ts';
import { registeredMail } from './registered-mail.ts';
import { writtenOn } from './written-on.ts';

export interface FieldContext {
  /** What the sender asks; without any, every field is looked for. */
  readonly intents: readonly string[];
  /** What the company's numbers look like. */
  readonly shapes: readonly NumberShape[];
  readonly calendar: BusinessCalendar;
  /** How dates and sums are chosen; as learned from the letters that come along, unless given. */
  readonly weights?: FieldWeights;
}

/** What the work on a letter needs out of it, each value with the words it came from. */
export function extractFields(letter: Letter, context: FieldContext): Fields {
  const { intents, shapes, calendar, weights = defaultFieldWeights() } = context;
  const text = runOn(plainText(letter.text));
  const mentions = extractIdentifiers(text, shapes);
  const asks = (...wanted: readonly string[]): boolean =>
    intents.length === 0 || wanted.some((one) => intents.includes(one));
  // Circulars and misdirected mail tell of other people's moves and accounts.
  const isOther = intents.length > 0 && intents.every((one) => one === 'other');
  const received = writtenOn(text, civilDate(letter.receivedAt, calendar));
  const registered = registeredMail(text);
  const invoice = invoiceNumber(text, intents, mentions);
  return present({
    effectiveDate: effectiveDate(text, intents, received, weights.effectiveDate),
    newAddress: isOther ? undefined : newAddress(text, { asked: asks('address-change') }),
    newIban: isOther
      ? undefined
      : newIban(text, mentions, { asked: asks('bank-details', 'contract', 'contract-transfer', 'renewal') }),
    phone: phone(text, mentions.filter(isNoneOf(text, invoice))),
    contractNumber: contractNumber(text, mentions.filter(isNoneOf(text, invoice, registered))),
    invoiceNumber: invoice,
    registeredMail: registered,
    amount: amount(text, intents, weights.amount),
  });
}

/** What stands in a value that has been found is no number of its own. */
const isNoneOf =
  (text: string, ...found: readonly (Field | undefined)[]) =>
  ({ words, start }: Mention): boolean =>
    !found.some((one) => {
      const at = one?.words.indexOf(words.trim()) ?? -1;
      return one !== undefined && at >= 0 && text.startsWith(one.words, start - at);
    });

function present(fields: Record<keyof Fields, Field | undefined>): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined));
}
