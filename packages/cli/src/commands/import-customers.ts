import { readFile } from 'node:fs/promises';
import { MisconfigurationError } from '@mailroom/core';
import { importCustomers } from '@mailroom/database';
import { readCustomers } from '@mailroom/indexer';
import type { Configuration } from '../configuration.ts';
import { openMailroom } from '../mailroom.ts';

export async function importCustomerFile(configuration: Configuration, file: string): Promise<void> {
  const customers = readCustomers(await readInput(file));
  await using mailroom = await openMailroom(configuration);
  const startedAt = performance.now();
  const { loaded, total } = await importCustomers(mailroom.database, customers);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`${loaded} customers loaded or updated in ${seconds} s; ${total} accounts in all.\n`);
}

export async function readInput(file: string): Promise<Buffer> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    const what = error.code === 'ENOENT' ? 'does not exist' : `cannot be read: ${error.message}`;
    throw new MisconfigurationError('no-such-file', `${file} ${what}.`, { cause: error });
  });
}
