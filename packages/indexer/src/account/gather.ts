import { type Customer, type CustomerLookup, foldNumber, type Identifier } from '@mailroom/core';
import type { Mention } from '../identifiers/mention.ts';
import { nameCandidates } from './name-candidates.ts';
import { nameVariants } from './name-variants.ts';
import type { Reading } from './reading.ts';
import { type Lead, type Weighed, weigh } from './weigh.ts';

/** From this score on nobody else need be looked for by name and city: a number and a name, or a full address. */
const settled = 12;

/** Everybody whom the letter could come from, weighed, best first. */
export async function gather(
  reading: Reading,
  mentions: readonly Mention[],
  lookup: CustomerLookup,
): Promise<readonly Weighed[]> {
  const owners = await lookup.byIdentifiers(mentions.flatMap(identifiersOf));
  const unowned = numbersWithoutOwner(mentions, owners);
  const found = new Map<string, Weighed>();
  const add = (customers: readonly Customer[]) => {
    for (const customer of customers) {
      if (found.has(customer.customerNumber)) continue;
      const leads = leadsTo(customer, mentions);
      found.set(customer.customerNumber, weigh(customer, leads, reading, unowned.length > 0));
    }
  };
  add(owners);
  for (const mention of unowned) {
    add(await lookup.byNearNumber(mention.value));
    add(await lookup.byIdentifiers(shorter(mention.value)));
  }
  const { names, prominent, postalCodes, cities } = nameCandidates(reading);
  if (postalCodes.length > 0) add(await lookup.byNames(names, postalCodes));
  if (best(found) < settled) add(await lookup.byNames(prominent, cities));
  if (best(found) < settled && postalCodes.length > 0) {
    add(await lookup.byNames(prominent.filter(isShort).flatMap(nameVariants), postalCodes));
  }
  return [...found.values()].sort((one, other) => other.score - one.score);
}

/** Only last names are worth the trouble of their variants. */
const isShort = (name: string): boolean => name.length >= 4 && name.length <= 14;

const best = (found: ReadonlyMap<string, Weighed>): number =>
  Math.max(0, ...[...found.values()].map((one) => one.score));

const numberKinds = ['customerNumber', 'formerNumber', 'contract'] as const;
const isNumber = ({ kind }: Mention): boolean => (numberKinds as readonly string[]).includes(kind);

/** People mix up what their numbers are called, so a number is looked for under every kind. */
function identifiersOf({ kind, value }: Mention): readonly Identifier[] {
  if (kind === 'phone')
    return [
      { kind, value },
      { kind: 'formerNumber', value: foldNumber(value) },
    ];
  if (kind === 'iban' || kind === 'email') return [{ kind, value }];
  return numberKinds.map((one) => ({ kind: one, value }));
}

const mostNear = 4;

function numbersWithoutOwner(mentions: readonly Mention[], owners: readonly Customer[]): readonly Mention[] {
  const owned = new Set(owners.flatMap(numbersOf).map(([, number]) => number));
  const seen = new Map(
    mentions.filter((one) => isNumber(one) && !owned.has(one.value)).map((one) => [one.value, one]),
  );
  return [...seen.values()].slice(0, mostNear);
}

/** The number with one sign left out: somebody typed a digit twice. */
function shorter(value: string): readonly Identifier[] {
  const without = [...value].map((_, at) => value.slice(0, at) + value.slice(at + 1));
  return [...new Set(without)].flatMap((one) => numberKinds.map((kind) => ({ kind, value: one })));
}

type NumberKind = (typeof numberKinds)[number];

function numbersOf(customer: Customer): readonly (readonly [NumberKind, string])[] {
  return [
    ['customerNumber', foldNumber(customer.customerNumber)],
    ...customer.contracts.map((one) => ['contract', foldNumber(one)] as const),
    ...customer.formerNumbers.map((one) => ['formerNumber', foldNumber(one)] as const),
  ];
}

/** Which of the letter's identifiers are this customer's, with the kind they have there. */
function leadsTo(customer: Customer, mentions: readonly Mention[]): readonly Lead[] {
  const numbers = numbersOf(customer);
  const leads = mentions.flatMap((mention): readonly Lead[] => {
    const { kind, value } = mention;
    if (kind === 'email') return customer.email.toLowerCase() === value ? [{ mention, near: false }] : [];
    if (kind === 'iban') return customer.ibans.includes(value) ? [{ mention, near: false }] : [];
    if (kind === 'phone' && customer.phones.includes(value)) return [{ mention, near: false }];
    const folded = foldNumber(value);
    const exact = numbers.find(([, number]) => number === folded);
    if (exact) return [{ mention: { ...mention, kind: exact[0] }, near: false }];
    const near = isNumber(mention) && numbers.find(([, number]) => isNear(number, folded));
    return near ? [{ mention: { ...mention, kind: near[0] }, near: true }] : [];
  });
  return [...new Map(leads.map((lead) => [`${lead.mention.kind} ${lead.mention.value}`, lead])).values()];
}

/** One sign substituted, two neighbours swapped, or one sign too many. */
export function isNear(number: string, written: string): boolean {
  if (written.length === number.length + 1) {
    return [...written].some((_, at) => written.slice(0, at) + written.slice(at + 1) === number);
  }
  if (written.length !== number.length) return false;
  const differing = [...number].flatMap((sign, at) => (sign === written[at] ? [] : [at]));
  const [first = 0, second = 0] = differing;
  if (differing.length === 1) return true;
  return (
    differing.length === 2 &&
    second === first + 1 &&
    number[first] === written[second] &&
    number[second] === written[first]
  );
}
