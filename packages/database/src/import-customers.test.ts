import type { Customer } from '@mailroom/core';
import { expect, test } from 'vitest';
import { customerLookup } from './customer-lookup.ts';
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

test('importing again updates: old identifiers no longer lead to the account', async () => {
  await using scope = await testDatabase();
  await importCustomers(scope.database, [hedwig]);
  const result = await importCustomers(scope.database, [{ ...hedwig, phones: [] }, jens]);
  expect(result).toEqual({ loaded: 2, total: 2 });
  const lookup = customerLookup(scope.database);
  expect(await lookup.byIdentifiers([{ kind: 'phone', value: '+4927215550123' }])).toEqual([]);
});
