import { importCustomers } from '@mailroom/database';
import { readCustomers } from '@mailroom/indexer';
import type { Configuration } from '../configuration.ts';
import { openMailroom } from '../mailroom.ts';
import { readInput } from '../read-input.ts';

export async function importCustomerFile(configuration: Configuration, file: string): Promise<void> {
  const customers = readCustomers(await readInput(file));
  await using mailroom = await openMailroom(configuration);
  const startedAt = performance.now();
  const { loaded, total } = await importCustomers(mailroom.database, customers);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`${loaded} customers loaded or updated in ${seconds} s; ${total} accounts in all.\n`);
}
