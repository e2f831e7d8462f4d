import type { Transaction } from '../database.ts';
import { type Arrival, type Registration, registerIn } from '../register.ts';
import { type PageRange, type Stack, savePart, saveStack } from './save-stack.ts';

/**
 * Registers a letter of a stack as the machine has cut it. When a person has cut the same stack otherwise since, that
 * stays: the file has come in once more, nothing else.
 */
export async function registerPart(
  transaction: Transaction,
  stack: Stack,
  range: PageRange,
  arrival: Arrival,
  registerAs: (transaction: Transaction, arrival: Arrival) => Promise<Registration> = registerIn,
): Promise<Registration> {
  const registration = await registerAs(transaction, arrival);
  await saveStack(transaction, stack);
  if (!(await isMended(transaction, stack.sha256)))
    await savePart(transaction, stack.sha256, { ...range, documentId: registration.documentId });
  return registration;
}

async function isMended(transaction: Transaction, sha256: string): Promise<boolean> {
  const { rowCount } = await transaction.query(
    'select from stacks where sha256 = $1 and mended_at is not null',
    [sha256],
  );
  return Boolean(rowCount);
}
