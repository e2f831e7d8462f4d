import { parseArgs } from 'node:util';
import { openHome } from './home/open-home.ts';
import { buildYear } from './year/build-year.ts';
import { measureSizes } from './year/measure-sizes.ts';
import { queryKinds } from './year/query-kinds.ts';
import { sampleLetters } from './year/sample-letters.ts';
import { percentile, timeKind } from './year/time-queries.ts';
import { timeWrites } from './year/time-writes.ts';

/*
 * Search over a year of letters:
 *   npm run -s bench year -- --documents 200000 [--keep FOLDER] [--queries 60]
 * The whole year is --documents 3500000. What is built in FOLDER is used again.
 */

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '200000' },
    keep: { type: 'string' },
    queries: { type: 'string', default: '60' },
  },
});
const documents = Number.parseInt(values.documents, 10);
const tell = (sentence: string) => process.stdout.write(`${sentence}\n`);

await using home = await openHome(values.keep);
const { database } = home;
const startedAt = performance.now();
await buildYear(database, documents, tell);
tell(`${documents} letters built or found in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
for (const line of await measureSizes(database)) tell(line);
const letters = await sampleLetters(database, Number.parseInt(values.queries, 10), documents);
tell(
  `search rows written: ${(await timeWrites(database, documents)).toFixed(0)} letters/s, one transaction each`,
);
tell(
  `${'query'.padEnd(34)}${['p50', 'p95', 'p99'].map((name) => `${name} ms`.padStart(10)).join('')}     found`,
);
for (const kind of queryKinds) {
  const { ms, found } = await timeKind(database, kind, letters);
  const figures = [0.5, 0.95, 0.99].map((share) => percentile(ms, share).toFixed(1).padStart(10)).join('');
  tell(`${kind.kind.padEnd(34)}${figures}${`${found}/${ms.length}`.padStart(10)}`);
}
