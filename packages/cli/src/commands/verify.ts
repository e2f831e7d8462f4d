import { MailroomError } from '@mailroom/core';
import { type BatchBalance, brokenChains, documentHashes, unbalancedBatches } from '@mailroom/database';
import type { Configuration } from '../configuration.ts';
import { type Mailroom, openMailroom } from '../mailroom.ts';

/** Checks event chains, originals by their hash, and that every batch balances; exit code 1 when anything is wrong. */
export async function verify(configuration: Configuration): Promise<void> {
  await using mailroom = await openMailroom(configuration);
  const { database } = mailroom;
  const problems: string[] = [];
  for (const id of await brokenChains(database))
    problems.push(`The event chain of document ${id} is broken.`);
  for (const batch of await unbalancedBatches(database)) problems.push(describeImbalance(batch));
  const originals = await verifyOriginals(mailroom, problems);
  if (problems.length > 0) throw new MailroomError('verify', problems.join('\n'));
  process.stdout.write(`${originals} documents: event chains, originals and batches are in order.\n`);
}

/** Returns how many there are. */
async function verifyOriginals({ database, blobs }: Mailroom, problems: string[]): Promise<number> {
  const hashes = documentHashes(database);
  let originals = 0;
  const reader = async () => {
    for (;;) {
      const { value, done } = await hashes.next();
      if (done) return;
      originals += 1;
      await blobs
        .get(value.sha256)
        .catch((error: Error) => problems.push(`Document ${value.id}: ${error.message}`));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, reader));
  return originals;
}

/** A store elsewhere takes its time for each. */
const atOnce = 8;

function describeImbalance({ name, countedIn, routed, review, rejected, inWork }: BatchBalance): string {
  return (
    `Batch "${name}" does not balance: ${countedIn} counted in, but ${routed} routed + ${review} in review + ` +
    `${rejected} rejected + ${inWork} in work. Compare with the last backup.`
  );
}
