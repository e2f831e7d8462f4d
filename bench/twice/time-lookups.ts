import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  claimTwinKeys,
  type Database,
  findTwinCandidates,
  joinEmbeddedServer,
  migrate,
  openBatch,
  openDatabase,
} from '@mailroom/database';
import { seededRandom } from '../../fixtures/src/random.ts';

/** Milliseconds of a lookup and of a claim, which every routed letter costs, sorted. */
export interface LookupTimes {
  readonly lookup: readonly number[];
  readonly claim: readonly number[];
}

const timed = 500;
const days = 30;

/** Among so many letters of a month, each with keys of its own and some of a form that one letter in ten has. */
export async function timeLookups(letters: number): Promise<LookupTimes> {
  await using stack = new AsyncDisposableStack();
  const home = await mkdtemp(join(tmpdir(), 'mailroom-twice-'));
  stack.defer(() => rm(home, { recursive: true, force: true }));
  const server = await joinEmbeddedServer(home);
  stack.defer(() => server.leave());
  const database = openDatabase(server.address);
  stack.defer(() => database.close());
  await migrate(database);
  await invent(database, letters);
  const random = seededRandom('lookups');
  const times = { lookup: [] as number[], claim: [] as number[] };
  for (let turn = 0; turn < timed; turn += 1) {
    const documentId = random.whole(1, letters);
    const { rows } = await database.query<{ receivedAt: Date; keys: string[] }>(
      `select min(received_at) as "receivedAt", array_agg(key::text) as keys from twin_keys where document_id = $1`,
      [documentId],
    );
    const { receivedAt = new Date(), keys = [] } = rows[0] ?? {};
    const search = { documentId, receivedAt, customerNumber: null, keys };
    const startedAt = performance.now();
    const compared = await findTwinCandidates(database, search);
    const foundAt = performance.now();
    const { text, values } = claimTwinKeys(search, compared);
    await database.query(text, values);
    times.lookup.push(foundAt - startedAt);
    times.claim.push(performance.now() - foundAt);
  }
  return { lookup: times.lookup.sort(ascending), claim: times.claim.sort(ascending) };
}

const ascending = (one: number, other: number) => one - other;

/** Eleven keys a letter: eight of its own and three of a form. */
async function invent(database: Database, letters: number): Promise<void> {
  const batchId = await openBatch(database, { name: 'month', source: 'backfill', receivedAt: new Date() });
  await database.query(
    `insert into documents (sha256, bytes, file_name, media_type, channel, batch_id, received_at, priority, state, last_event_hash)
     select lpad(to_hex(n), 64, '0'), 1, n || '.tif', 'image/tiff', 'letter', $2,
       now() - random() * interval '1 day' * ${days}, 10, 'routed', '' from generate_series(1, $1) as n`,
    [letters, batchId],
  );
  await database.query(
    `insert into twin_keys (key, received_at, document_id)
     select case when k <= 3 then (id % 10) * 3 + k else hashint8extended(id * 11 + k, 7) end, received_at, id
     from documents, generate_series(1, 11) as k on conflict do nothing`,
  );
  await database.query('analyze');
}
