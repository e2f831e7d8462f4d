import { status } from '@mailroom/database';
import type { Configuration } from '../configuration.ts';
import { openMailroom } from '../mailroom.ts';
import { table } from '../table.ts';

export async function showStatus(configuration: Configuration): Promise<void> {
  await using mailroom = await openMailroom(configuration);
  const { states, queues } = await status(mailroom.database);
  const stateRows = states.map(({ state, count, oldest }) => [state, String(count), ageOf(oldest)]);
  process.stdout.write(table(['state', 'documents', 'oldest'], stateRows));
  if (queues.length === 0) return;
  const queueRows = queues.map(({ queue, open, overdue, nextDue }) => [
    ...[queue, String(open), String(overdue), nextDue.toISOString().slice(0, 16).replace('T', ' ')],
  ]);
  process.stdout.write(`\n${table(['queue', 'open', 'overdue', 'next due (UTC)'], queueRows)}`);
}

function ageOf(since: Date): string {
  const minutes = Math.round((Date.now() - since.getTime()) / 60_000);
  if (minutes < 120) return `${minutes} min`;
  return minutes < 2880 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} days`;
}
