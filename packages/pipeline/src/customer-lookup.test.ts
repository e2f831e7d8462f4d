import { customerLookup, importCustomers } from '@mailroom/database';
import { testDatabase } from '@mailroom/database/testing';
import { customersInMemory } from '@mailroom/indexer';
import { testCustomerLookup } from './testing/customer-lookup.contract.ts';

testCustomerLookup('in memory', (customers, work) => work(customersInMemory(customers)));

testCustomerLookup('in PostgreSQL', async (customers, work) => {
  await using scope = await testDatabase();
  await importCustomers(scope.database, customers);
  await work(customerLookup(scope.database));
});
