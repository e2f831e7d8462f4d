import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { diskBlobs } from '@mailroom/blobs';
import { residentMb } from '@mailroom/children';
import { priorities } from '@mailroom/core';
import { countInWork, type Database, openDatabase, workload } from '@mailroom/database';
import { type Intake, openIntake } from '@mailroom/ingest';
import { openHints } from '@mailroom/pipeline';
import { writeMail } from '../infra/chaos/documents.ts';
import { keepRunning, runMailroom } from '../infra/chaos/processes.ts';
import { seededRandom } from '../infra/chaos/random.ts';
import { startPostgres } from '../infra/services/postgres.ts';
import { serviceEnvironment } from '../infra/services/programs.ts';
import { startRedis } from '../infra/services/redis.ts';
import { type Arrival, arrivalsOfBurst, arrivalsOfDay } from './burst/arrivals.ts';
import { drawBurst, type Sample } from './burst/draw-burst.ts';

/*
 * A workday, and an hour at thirty times its rate, each beside a backfill:
 *   npm run -s bench burst -- --documents 1500 --hour-seconds 5 --plot burst.svg
 * --documents: live documents of the day. --hour-seconds: what an hour takes here. The clock is compressed, the
 * machine is not: with an hour in 5 s it must be 720 times as fast as in service to keep up as well, so what waits
 * here waits longer, in hours, than there. Recognition costs nothing; all else is real, and on one machine.
 */

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '1500' },
    factor: { type: 'string', default: '30' },
    'hour-seconds': { type: 'string', default: '5' },
    workers: { type: 'string', default: '1' },
    plot: { type: 'string', default: 'burst.svg' },
  },
});
const documents = Number(values.documents);
const hourMs = Number(values['hour-seconds']) * 1000;
const random = seededRandom(1);
const phases = [
  { title: 'a workday', arrivals: arrivalsOfDay(documents, random) },
  {
    title: `an hour at ${values.factor} times its rate`,
    arrivals: arrivalsOfBurst(documents, Number(values.factor), random),
  },
];
const backfilled = Math.round(documents / 5);

await using stack = new AsyncDisposableStack();
const home = await mkdtemp(join(tmpdir(), 'mailroom-burst-'));
stack.defer(() => rm(home, { recursive: true, force: true }));
const postgres = await startPostgres();
stack.defer(() => postgres.stop());
const redis = await startRedis(await serviceEnvironment());
stack.defer(() => redis.stop());
const environment = {
  ...{ ...process.env, MAILROOM_HOME: join(home, 'home'), DATABASE_URL: postgres.url },
  ...{ REDIS_URL: redis.url, OCR_ENGINE: 'canned', OCR_WORKERS: '3' },
};
const all = phases.reduce((sum, { arrivals }) => sum + arrivals.length + backfilled, 0);
const mail = await writeMail(home, all);
await runMailroom(['customers', 'import', mail.customers], { environment, logFile: join(home, 'log') });
const workers = Array.from({ length: Number(values.workers) }, (_, index) =>
  keepRunning(`worker-${index + 1}`, ['work'], { environment, logFile: join(home, 'log') }),
);
stack.defer(async () => void (await Promise.all(workers.map((worker) => worker.stop()))));
const database = openDatabase({ connectionString: postgres.url });
stack.defer(() => database.close());
const hints = openHints({ kind: 'redis', url: redis.url });
stack.defer(() => hints.close());
const intake = openIntake(database, diskBlobs(join(home, 'home', 'blobs')), (documents) =>
  hints.give('ocr', documents),
);

let lastFile = 0;
for (const [index, { title, arrivals }] of phases.entries()) {
  const { samples, seconds } = await live(title, arrivals, index);
  process.stdout.write(
    `\n${title}: ${arrivals.length} live and ${backfilled} of a backfill in ${seconds.toFixed(0)} s = ` +
      `${((arrivals.length + backfilled) / seconds).toFixed(1)} documents/s; an hour is ${hourMs / 1000} s\n`,
  );
  await printWaits(title);
  const memory = [0.1, 0.5, 1].map((share) => samples[Math.ceil(samples.length * share) - 1]?.workerMb ?? 0);
  process.stdout.write(
    `largest worker: ${memory.map((mb) => mb.toFixed(0)).join(', ')} MB after a tenth, half and all of the time\n`,
  );
  const file = values.plot.replace(/(\.svg)?$/, `-${index + 1}.svg`);
  await writeFile(file, drawBurst(title, samples));
  process.stdout.write(`${file}\n`);
}

/** The backfill is there from the start; live mail comes when it comes. */
async function live(title: string, arrivals: readonly Arrival[], index: number) {
  const receivedAt = new Date();
  const batchId = await intake.openBatch({ name: title, source: index ? 'fax' : 'folder', receivedAt });
  const startedAt = performance.now();
  const elapsed = () => (performance.now() - startedAt) / 1000;
  const watch = watchWaiting(elapsed);
  const take = (priority: number) => takeNext(intake, batchId, priority, receivedAt);
  const backfill = Array.from({ length: backfilled }, () => priorities.backfill);
  const feeding = (async () => {
    for (const priority of backfill) await take(priority);
  })();
  const pending = new Set<Promise<unknown>>();
  for (const { atHour, priority } of arrivals) {
    const dueMs = atHour * hourMs - elapsed() * 1000;
    if (dueMs > 1) await setTimeout(dueMs);
    const taking = take(priority).finally(() => pending.delete(taking));
    pending.add(taking);
    if (pending.size >= 8) await Promise.race(pending); // a scan line has so many hands
  }
  await Promise.all([feeding, ...pending]);
  while ((await countInWork(database)) > 0) await setTimeout(200);
  return { seconds: elapsed(), samples: await watch.stop() };
}

async function takeNext(to: Intake, batchId: number, priority: number, receivedAt: Date): Promise<void> {
  lastFile += 1;
  const name = String(lastFile - 1).padStart(6, '0');
  const bytes = await readFile(join(mail.folder, `${name}.jpg`)).catch(() =>
    readFile(join(mail.folder, `${name}.bin`)),
  );
  await to.take({
    ...{ batchId, path: name, fileName: name, bytes, modifiedMs: 0, mediaType: 'image/jpeg' },
    ...{ channel: 'letter', receivedAt, priority },
  });
}

function watchWaiting(elapsed: () => number) {
  const samples: Sample[] = [];
  const stopping = new AbortController();
  const loop = (async () => {
    while (!stopping.signal.aborted) {
      const workerMb = Math.max(...workers.map((worker) => residentMb(worker.pid())));
      samples.push({ seconds: elapsed(), workerMb, ...(await waitingNow(database)) });
      await setTimeout(500, undefined, { signal: stopping.signal }).catch(() => undefined); // stopped
    }
  })();
  return {
    async stop(): Promise<readonly Sample[]> {
      stopping.abort();
      await loop;
      return samples;
    },
  };
}

async function waitingNow(from: Database): Promise<Pick<Sample, 'live' | 'backfill'>> {
  const rows = await workload(from, priorities.live);
  const of = (backfill: boolean) => {
    const theirs = rows.filter((row) => row.backfill === backfill);
    return {
      waiting: theirs.reduce((sum, { waiting }) => sum + waiting, 0),
      oldestSeconds: Math.max(0, ...theirs.map(({ oldestSeconds }) => oldestSeconds)),
    };
  };
  return { live: of(false), backfill: of(true) };
}

/** From coming in to being routed, by urgency. */
async function printWaits(title: string): Promise<void> {
  const { rows } = await database.query<Record<'kind' | 'count' | 'median' | 'p95' | 'most', string>>(
    `select case priority when 1 then 'near deadline' when 10 then 'live' else 'backfill' end as kind, count(*) as count,
       round((percentile_cont(0.5) within group (order by waited))::numeric, 2) as median,
       round((percentile_cont(0.95) within group (order by waited))::numeric, 2) as p95,
       round(max(waited)::numeric, 2) as most
     from (select priority, extract(epoch from state_since - documents.created_at) as waited
       from documents join batches on batches.id = batch_id where batches.name = $1) all_of_them
     group by priority order by priority`,
    [title],
  );
  process.stdout.write('waited, in seconds  documents  median     95 %     most\n');
  for (const { kind, count, median, p95, most } of rows)
    process.stdout.write(
      `  ${kind.padEnd(16)} ${String(count).padStart(10)} ${median.padStart(7)} ${p95.padStart(8)} ${most.padStart(8)}\n`,
    );
}
