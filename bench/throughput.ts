import { parseArgs } from 'node:util';
import { type Measured, measureThroughput, type QueuePlace } from './throughput/measure-throughput.ts';

/*
 * Documents a second without the cost of recognition, with the queue in Redis and in PostgreSQL, and the CPU time of
 * each part:
 *   npm run -s bench throughput -- --documents 2000 --processes 2 --queue both|redis|postgres
 * All of intake, opening, searchable PDF, classification, indexing and routing is real. Measured from the first tenth
 * on, when the processes are warm.
 */

const { values } = parseArgs({
  options: {
    queue: { type: 'string', default: 'both' },
    documents: { type: 'string', default: '2000' },
    processes: { type: 'string', default: '2' },
  },
});
const [documents, processes] = [Number(values.documents), Number(values.processes)];
const queues: readonly QueuePlace[] = ['redis', 'postgres'];

for (const queue of queues.filter((one) => values.queue === 'both' || values.queue === one))
  print(queue, await measureThroughput(queue, documents, processes));

function print(queue: QueuePlace, { settled, seconds, cpu }: Measured): void {
  const perDocument = ([, used]: readonly [string, { seconds: number }]) => (used.seconds * 1000) / settled;
  const parts = [...cpu].filter(([kind]) => kind !== 'the bench itself');
  const sum = parts.reduce((ms, part) => ms + perDocument(part), 0);
  process.stdout.write(
    `queue in ${queue}, ${processes} process(es): ${settled} documents in ${seconds.toFixed(1)} s = ` +
      `${(settled / seconds).toFixed(1)} documents/s, ${sum.toFixed(1)} ms CPU each\n`,
  );
  for (const part of parts.sort((one, other) => perDocument(other) - perDocument(one)))
    process.stdout.write(
      `  ${part[0]}: ${perDocument(part).toFixed(1)} ms a document, at most ${part[1].peakMb.toFixed(0)} MB\n`,
    );
}
