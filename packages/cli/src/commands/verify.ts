import { MailroomError } from '@mailroom/core';
import { type BatchBalance, brokenChains, documentHashes, unbalancedBatches } from '@mailroom/database';
import type { Configuration } from '../configuration.ts';
import { openMailroom } from '../mailroom.ts';

/** Checks event chains, originals by their hash, and that every batch balances; exit code 1 when anything is wrong. */
export async function verify(configuration: Configuration): Promise<void> {
  await using mailroom = await openMailroom(configuration);
  const { database, blobs } = mailroom;
  const problems: string[] = [];
  for (const id of await brokenChains(database))
    problems.push(`The event chain of document ${id} is broken.`);
  for (const batch of await unbalancedBatches(database)) problems.push(describeImbalance(batch));
  let originals = 0;
  for await (const { id, sha256 } of documentHashes(database)) {
    originals += 1;
    await blobs.get(sha256).catch((error: Error) => problems.push(`Document ${id}: ${error.message}`));
  }
  if (problems.length > 0) throw new MailroomError('verify', problems.join('\n'));
  process.stdout.write(`${originals} documents: event chains, originals and batches are in order.\n`);
}

function describeImbalance({ name, countedIn, routed, review, rejected, inWork }: BatchBalance): string {
  return (
    `Batch "${name}" does not balance: ${countedIn} counted in, but ${routed} routed + ${review} in review + ` +
    `${rejected} rejected + ${inWork} in work. Compare with the last backup.`
  );
}
