import {
  type Customer,
  type CustomerLookup,
  foldName,
  foldNumber,
  type IdentifierKind,
  nearNumbers,
} from '@mailroom/core';
import { learnShapes } from './learn-shapes.ts';

const most = 50;

/** A customer base in memory: for tests and for measuring; answers as the database does. */
export function customersInMemory(customers: readonly Customer[]): CustomerLookup {
  const byIdentifier = groupBy(customers, identifierKeys);
  const byNumber = groupBy(customers, (customer) => numbersOf(customer).map(([, value]) => value));
  const byPlace = groupBy(customers, (customer) =>
    nameKeys(customer).flatMap((name) => [
      `${name} ${customer.postalCode}`,
      `${name} ${foldName(customer.city)}`,
    ]),
  );
  const shapes = learnShapes(customers);
  const all = (index: ReadonlyMap<string, readonly Customer[]>, keys: readonly string[]) =>
    Promise.resolve([...new Set(keys.flatMap((key) => index.get(key) ?? []))].slice(0, most));
  return {
    byIdentifiers: (wanted) =>
      all(
        byIdentifier,
        wanted.map(({ kind, value }) => `${kind} ${value}`),
      ),
    byNearNumber: (value) => all(byNumber, nearNumbers(foldNumber(value))),
    byNames: (names, places) => {
      const keys = places.map(foldName);
      return all(
        byPlace,
        names.map(foldName).flatMap((name) => keys.map((place) => `${name} ${place}`)),
      );
    },
    numberShapes: () => Promise.resolve(shapes),
  };
}

function groupBy(
  customers: readonly Customer[],
  keysOf: (customer: Customer) => readonly string[],
): ReadonlyMap<string, readonly Customer[]> {
  const groups = new Map<string, Customer[]>();
  for (const customer of customers) {
    for (const key of keysOf(customer)) {
      const group = groups.get(key);
      if (group) group.push(customer);
      else groups.set(key, [customer]);
    }
  }
  return groups;
}

function identifierKeys(customer: Customer): readonly string[] {
  return [
    ...numbersOf(customer),
    ...customer.phones.map((value) => ['phone', value] as const),
    ...customer.ibans.map((value) => ['iban', foldNumber(value)] as const),
    ['email', customer.email.toLowerCase()] as const,
  ]
    .filter(([, value]) => value !== '')
    .map(([kind, value]) => `${kind} ${value}`);
}

function numbersOf(customer: Customer): readonly (readonly [IdentifierKind, string])[] {
  return [
    ['customerNumber', foldNumber(customer.customerNumber)],
    ...customer.formerNumbers.map((value) => ['formerNumber', foldNumber(value)] as const),
    ...customer.contracts.map((value) => ['contract', foldNumber(value)] as const),
  ];
}

const nameKeys = (customer: Customer): readonly string[] =>
  [...new Set([customer.lastName, customer.company].map(foldName))].filter((name) => name !== '');
