import { parseArgs } from 'node:util';
import { customerLookup, importCustomers } from '@mailroom/database';
import { inventCustomer } from './accounts/invent-customer.ts';
import { judgeCorpus } from './accounts/judge-corpus.ts';
import { timeLookups } from './accounts/time-lookups.ts';
import { openHome } from './home/open-home.ts';
import { percentile } from './year/time-queries.ts';

/*
 * Whose letter is it?
 *   npm run -s bench accounts -- --customers 100000   how fast a big customer base is loaded and asked
 *   npm run -s bench accounts -- --corpus             how right accounts and fields are over the letters of the corpus
 */

const { values } = parseArgs({
  options: {
    customers: { type: 'string', default: '100000' },
    lookups: { type: 'string', default: '500' },
    corpus: { type: 'boolean', default: false },
  },
});
const tell = (sentence: string) => process.stdout.write(`${sentence}\n`);

if (values.corpus) await judgeCorpus(tell);
else await measure(Number.parseInt(values.customers, 10), Number.parseInt(values.lookups, 10));

async function measure(count: number, lookups: number): Promise<void> {
  await using home = await openHome();
  const { database } = home;
  const startedAt = performance.now();
  await importCustomers(database, invented(count));
  const seconds = (performance.now() - startedAt) / 1000;
  tell(`${count} customers loaded in ${seconds.toFixed(0)} s: ${(count / seconds).toFixed(0)} a second`);
  const { rows } = await database.query<{ name: string; size: string }>(
    `select name, pg_size_pretty(pg_total_relation_size(name)) as size from unnest(array['customers', 'identifiers']) as name`,
  );
  for (const { name, size } of rows) tell(`${name} with indexes: ${size}`);
  await database.query('vacuum analyze');
  tell(`${'evidence'.padEnd(38)}    p50 ms    p95 ms    p99 ms     found`);
  for await (const { name, ms, found } of timeLookups(customerLookup(database), count, lookups)) {
    const figures = [0.5, 0.95, 0.99].map((share) => percentile(ms, share).toFixed(1).padStart(10)).join('');
    tell(`${name.padEnd(38)}${figures}${`${found}/${ms.length}`.padStart(10)}`);
  }
}

function* invented(count: number) {
  for (let at = 0; at < count; at += 1) yield inventCustomer(at);
}
