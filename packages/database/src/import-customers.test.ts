import type { Customer } from '@mailroom/core';
import { expect, test } from 'vitest';
import { customerLookup, nearNumbers } from './customer-lookup.ts';
import { importCustomers } from './import-customers.ts';
import { testDatabase } from './testing.ts';

const hedwig: Customer = {
  ...{ customerNumber: '6029481735', firstName: 'Hedwig', lastName: 'Brüggemann', company: '' },
  ...{ street: 'Am Kump 9', postalCode: '57368', city: 'Lennestadt', email: 'Hedwig@example.de' },
  ...{ phones: ['+4927215550123'], contracts: ['NW-4417-88213'], ibans: ['DE89370400440532013000'] },
  formerNumbers: ['A-77 12'],
};
const jens: Customer = {
  ...hedwig,
  customerNumber: '6029481736',
  firstName: 'Jens',
  contracts: [],
  phones: [],
};

test('a customer is found by each of its identifiers, however they are written', async () => {
  await using scope = await testDatabase();
  await importCustomers(scope.database, [hedwig]);
  const lookup = customerLookup(scope.database);
  for (const identifier of [
    { kind: 'customerNumber', value: '6029481735' },
    { kind: 'formerNumber', value: 'A7712' },
    { kind: 'contract', value: 'NW441788213' },
    { kind: 'phone', value: '+4927215550123' },
    { kind: 'iban', value: 'DE89370400440532013000' },
    { kind: 'email', value: 'hedwig@example.de' },
  ] as const) {
    expect(await lookup.byIdentifiers([identifier])).toEqual([hedwig]);
  }
  expect(await lookup.byIdentifiers([{ kind: 'contract', value: '6029481735' }])).toEqual([]);
});

test('one digit off and two swapped digits are near, two digits off are not', async () => {
  await using scope = await testDatabase();
  await importCustomers(scope.database, [hedwig, jens]);
  const lookup = customerLookup(scope.database);
  expect(await lookup.byNearNumber('6029481785')).toEqual([hedwig]);
  expect(await lookup.byNearNumber('6029487135')).toEqual([hedwig]);
  expect(await lookup.byNearNumber('6929481785')).toEqual([]);
  expect(nearNumbers('6029481735')).not.toContain('6029481735');
});

test('names are found without umlauts, by postal code or city', async () => {
  await using scope = await testDatabase();
  await importCustomers(scope.database, [hedwig]);
  const lookup = customerLookup(scope.database);
  expect(await lookup.byNames(['BRUEGGEMANN'], ['57368'])).toEqual([hedwig]);
  expect(await lookup.byNames(['Brüggemann', 'Holm'], ['Lennestadt'])).toEqual([hedwig]);
  expect(await lookup.byNames(['Brüggemann'], ['Olpe'])).toEqual([]);
});

test('an account with a person and a company is found by either', async () => {
  await using scope = await testDatabase();
  const baker = { ...hedwig, company: 'Bäckerei Korn GmbH' };
  await importCustomers(scope.database, [baker, { ...jens, lastName: '' }]);
  const lookup = customerLookup(scope.database);
  expect(await lookup.byNames(['Brüggemann'], ['57368'])).toEqual([baker]);
  expect(await lookup.byNames(['Baeckerei Korn GmbH'], ['57368'])).toEqual([baker]);
  expect(await lookup.byNames([''], ['57368'])).toEqual([]);
});

test('importing again updates: old identifiers no longer lead to the account', async () => {
  await using scope = await testDatabase();
  await importCustomers(scope.database, [hedwig]);
  const result = await importCustomers(scope.database, [{ ...hedwig, phones: [] }, jens]);
  expect(result).toEqual({ loaded: 2, total: 2 });
  const lookup = customerLookup(scope.database);
  expect(await lookup.byIdentifiers([{ kind: 'phone', value: '+4927215550123' }])).toEqual([]);
});

test('the shapes of numbers are learned from the loaded customers', async () => {
  await using scope = await testDatabase();
  await importCustomers(scope.database, [hedwig, jens]);
  expect(await customerLookup(scope.database).numberShapes()).toEqual(
    expect.arrayContaining([
      { kind: 'customerNumber', shape: '9999999999', prefix: '602948173', count: 2 },
      { kind: 'contract', shape: 'NW999999999', prefix: 'NW441788213', count: 1 },
    ]),
  );
});
