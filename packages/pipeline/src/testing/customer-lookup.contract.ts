import type { Customer, CustomerLookup } from '@mailroom/core';
import { expect, test } from 'vitest';

/** Opens a lookup over these customers, hands it over, and closes it again. */
export type WithLookup = (
  customers: readonly Customer[],
  work: (lookup: CustomerLookup) => Promise<void>,
) => Promise<void>;

const hedwig: Customer = {
  ...{ customerNumber: '6029481735', firstName: 'Hedwig', lastName: 'Brüggemann', company: '' },
  ...{ street: 'Am Kump 9', postalCode: '57368', city: 'Lennestadt', email: 'Hedwig@example.de' },
  ...{ phones: ['+4927215550123'], contracts: ['NW-4417-88213'], ibans: ['DE89370400440532013000'] },
  formerNumbers: ['A-77 12'],
};
const jens: Customer = {
  ...hedwig,
  ...{ customerNumber: '6029481736', firstName: 'Jens', email: '' },
  ...{ contracts: [], phones: [], ibans: [], formerNumbers: [] },
};
const bakery: Customer = {
  ...{ ...jens, customerNumber: '60.1.77', lastName: 'Korn', company: 'Bäckerei Korn GmbH' },
  ...{ postalCode: '60311', city: 'Frankfurt am Main' },
};

const numbersOf = (customers: readonly Customer[]) => customers.map((one) => one.customerNumber).sort();

/** What the indexer relies on, whoever answers. Who comes first is nobody's business: candidates are weighed. */
export function testCustomerLookup(name: string, withLookup: WithLookup): void {
  const all = [hedwig, jens, bakery];

  test(`${name}: a customer is found whole by each identifier, under its own kind only`, () =>
    withLookup(all, async (lookup) => {
      for (const identifier of [
        { kind: 'customerNumber', value: '6029481735' },
        { kind: 'formerNumber', value: 'A7712' },
        { kind: 'contract', value: 'NW441788213' },
        { kind: 'phone', value: '+4927215550123' },
        { kind: 'iban', value: 'DE89370400440532013000' },
        { kind: 'email', value: 'hedwig@example.de' },
      ] as const) {
        expect(await lookup.byIdentifiers([identifier]), identifier.kind).toEqual([hedwig]);
      }
      expect(await lookup.byIdentifiers([{ kind: 'contract', value: '6029481735' }])).toEqual([]);
      expect(await lookup.byIdentifiers([])).toEqual([]);
    }));

  test(`${name}: several identifiers lead to each customer once`, () =>
    withLookup(all, async (lookup) => {
      const found = await lookup.byIdentifiers([
        { kind: 'customerNumber', value: '6029481735' },
        { kind: 'phone', value: '+4927215550123' },
        { kind: 'customerNumber', value: '60177' },
      ]);
      expect(numbersOf(found)).toEqual(['60.1.77', '6029481735']);
    }));

  test(`${name}: one digit off and two swapped digits are near, the number itself and two digits off are not`, () =>
    withLookup(all, async (lookup) => {
      expect(numbersOf(await lookup.byNearNumber('6029481785'))).toEqual(['6029481735']);
      expect(numbersOf(await lookup.byNearNumber('60 2948 7135'))).toEqual(['6029481735']);
      expect(numbersOf(await lookup.byNearNumber('NW-4417-88223'))).toEqual(['6029481735']);
      expect(numbersOf(await lookup.byNearNumber('6029481735'))).toEqual(['6029481736']);
      expect(await lookup.byNearNumber('6929481785')).toEqual([]);
    }));

  test(`${name}: names are found however they are written, by last name or company, at a postal code or in a city`, () =>
    withLookup(all, async (lookup) => {
      const found = async (names: readonly string[], places: readonly string[]) =>
        numbersOf(await lookup.byNames(names, places));
      expect(await found(['BRUEGGEMANN'], ['57368'])).toEqual(['6029481735', '6029481736']);
      expect(await found(['Brüggemann', 'Holm'], ['Olpe', 'Lennestadt'])).toEqual([
        '6029481735',
        '6029481736',
      ]);
      expect(await found(['Korn'], ['60311'])).toEqual(['60.1.77']);
      expect(await found(['Baeckerei Korn GmbH'], ['FRANKFURT AM MAIN'])).toEqual(['60.1.77']);
      expect(await found(['Brüggemann'], ['60311'])).toEqual([]);
      expect(await found([''], ['57368'])).toEqual([]);
      expect(await found(['Brüggemann'], [])).toEqual([]);
    }));

  test(`${name}: an answer holds at most fifty`, async () => {
    const family = Array.from({ length: 60 }, (_, at) => ({ ...jens, customerNumber: `7${at}` }));
    await withLookup(family, async (lookup) => {
      expect(await lookup.byNames(['Brüggemann'], ['57368'])).toHaveLength(50);
    });
  });

  test(`${name}: what the numbers look like is learned from the customers`, () =>
    withLookup([hedwig, jens], async (lookup) => {
      const shapes = [...(await lookup.numberShapes())].sort((one, other) =>
        one.kind.localeCompare(other.kind),
      );
      expect(shapes).toEqual([
        { kind: 'contract', shape: 'NW999999999', prefix: 'NW441788213', count: 1 },
        { kind: 'customerNumber', shape: '9999999999', prefix: '602948173', count: 2 },
        { kind: 'formerNumber', shape: 'A9999', prefix: 'A7712', count: 1 },
      ]);
    }));
}
