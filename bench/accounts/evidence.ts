import type { Customer, CustomerLookup, IdentifierKind } from '@mailroom/core';
import { foldNumber } from '@mailroom/core';
import { nearNumber, type Random } from '@mailroom/fixtures/customers';
import { matchAccount } from '@mailroom/indexer';

/** Something that a letter may tell of its sender; `find` asks the customer base for it as the indexer does. */
export interface Evidence {
  readonly name: string;
  /** Undefined: this customer has none. */
  find(lookup: CustomerLookup, customer: Customer, random: Random): Promise<readonly Customer[]> | undefined;
}

const numberKinds = ['customerNumber', 'formerNumber', 'contract'] as const;

/** A number is looked for under every kind, since people mix up what their numbers are called. */
const byNumber = (lookup: CustomerLookup, value: string | undefined) =>
  value === undefined
    ? undefined
    : lookup.byIdentifiers(numberKinds.map((kind) => ({ kind, value: foldNumber(value) })));

const byOne = (lookup: CustomerLookup, kind: IdentifierKind, value: string | undefined) =>
  value ? lookup.byIdentifiers([{ kind, value }]) : undefined;

export const evidences: readonly Evidence[] = [
  { name: 'customer number', find: (lookup, { customerNumber }) => byNumber(lookup, customerNumber) },
  { name: 'contract number', find: (lookup, { contracts }) => byNumber(lookup, contracts[0]) },
  { name: 'former number', find: (lookup, { formerNumbers }) => byNumber(lookup, formerNumbers[0]) },
  {
    name: 'number one digit off',
    find: (lookup, { customerNumber }, random) => lookup.byNearNumber(nearNumber(customerNumber, random)),
  },
  {
    name: 'name at postal code',
    find: (lookup, { lastName, postalCode }) =>
      lastName ? lookup.byNames([lastName], [postalCode]) : undefined,
  },
  {
    name: 'name in a big city',
    find: (lookup, { lastName }) => (lastName ? lookup.byNames([lastName], ['Berlin']) : undefined),
  },
  { name: 'e-mail', find: (lookup, { email }) => byOne(lookup, 'email', email) },
  { name: 'phone', find: (lookup, { phones }) => byOne(lookup, 'phone', phones[0]) },
  { name: 'IBAN', find: (lookup, { ibans }) => byOne(lookup, 'iban', ibans[0]) },
  {
    name: 'whole letter with number',
    find: (lookup, customer) => match(lookup, customer, `Kundennummer ${customer.customerNumber}`),
  },
  {
    name: 'whole letter, number one digit off',
    find: (lookup, customer, random) =>
      match(lookup, customer, `Kundennummer ${nearNumber(customer.customerNumber, random)}`),
  },
  { name: 'whole letter, name and address only', find: (lookup, customer) => match(lookup, customer, '') },
];

async function match(
  lookup: CustomerLookup,
  customer: Customer,
  number: string,
): Promise<readonly Customer[]> {
  const { firstName, lastName, company, street, postalCode, city } = customer;
  const name = company || `${firstName} ${lastName}`;
  const text = `${name}\n${street}\n${postalCode} ${city}\n\nNordwelle Mobil GmbH\nPostfach 11 02 63\n28082 Bremen\n\n${number}\n
Sehr geehrte Damen und Herren,\n\nhiermit kündige ich meinen Vertrag zum nächstmöglichen Zeitpunkt. Bitte bestätigen Sie mir den
Eingang und das Datum, zu dem der Vertrag endet. Meine Einzugsermächtigung erlischt damit.\n\nMit freundlichen Grüßen\n${firstName} ${lastName}\n`;
  const { account } = await matchAccount(
    { channel: 'letter', text, receivedAt: new Date('2026-06-01') },
    lookup,
  );
  return account?.customerNumber === customer.customerNumber ? [customer] : [];
}
