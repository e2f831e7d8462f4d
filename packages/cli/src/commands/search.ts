import { findDocuments, parseQueryLine } from '@mailroom/database';
import type { Configuration } from '../configuration.ts';
import { openMailroom } from '../mailroom.ts';
import { table } from '../table.ts';

export async function searchDocuments(
  configuration: Configuration,
  query: string,
  { limit }: { limit: number },
): Promise<void> {
  await using mailroom = await openMailroom(configuration);
  const hits = await findDocuments(mailroom.database, parseQueryLine(query), { queues: null }, { limit });
  if (hits.length === 0) {
    process.stdout.write('Nothing found. Try fewer or other words, or the customer number.\n');
    return;
  }
  const rows = hits.map((hit) => [
    String(hit.documentId),
    hit.receivedAt.toISOString().slice(0, 10),
    hit.channel,
    hit.state,
    hit.intents.join(', '),
    [hit.customerNumber, hit.name].filter(Boolean).join(' '),
    hit.fileName,
  ]);
  process.stdout.write(table(['id', 'received', 'channel', 'state', 'intents', 'account', 'file'], rows));
}
