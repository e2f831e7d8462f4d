import { createReadStream, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type Database, migrate, openBatch, openDatabase } from '@mailroom/database';
import { runMailroom } from '../infra/chaos/processes.ts';
import { startPostgres } from '../infra/services/postgres.ts';

/*
 * The second run of a backfill, which adds nothing: seconds and memory for so many files and for a tenth of them.
 *   npm run -s bench backfill -- --files 100000
 * The files are real; that they were taken in is written into the database directly. The report is written too.
 */

const { values } = parseArgs({ options: { files: { type: 'string', default: '100000' } } });
const files = Number(values.files);
const modified = new Date('2026-01-05T08:00:00Z');
const content = 'Guten Tag';

await using stack = new AsyncDisposableStack();
const home = await mkdtemp(join(tmpdir(), 'mailroom-backfill-'));
stack.defer(() => rm(home, { recursive: true, force: true }));
const postgres = await startPostgres();
stack.defer(() => postgres.stop());
const database = openDatabase({ connectionString: postgres.url });
stack.defer(() => database.close());
await migrate(database);
for (const count of [files / 10, files]) await runAgain(count);

async function runAgain(count: number): Promise<void> {
  const folder = join(home, `mail-${count}`);
  const paths = await writeFiles(folder, count);
  await pretendTaken(database, folder, paths);
  const report = join(home, `report-${count}.jsonl`);
  const environment = {
    ...{ ...process.env, MAILROOM_HOME: join(home, 'home'), DATABASE_URL: postgres.url },
    ...{ OCR_ENGINE: 'canned', OCR_WORKERS: '1' },
  };
  let peakMb = () => 0;
  const startedAt = performance.now();
  const { code, output } = await runMailroom(
    ['backfill', folder, '--report', report],
    { environment, logFile: join(home, 'log') },
    (child) => {
      peakMb = watchPeak(child.pid ?? 0);
    },
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const lines = await countLines(report);
  if (code !== 0 || !output.includes(`${count} files: 0 new`) || lines !== count)
    throw new Error(`${output}\n${lines} lines in the report`);
  process.stdout.write(
    `${count} files known: ${seconds.toFixed(1)} s (${(count / seconds).toFixed(0)} a second), at most ${peakMb().toFixed(0)} MB\n`,
  );
}

async function writeFiles(folder: string, count: number): Promise<readonly string[]> {
  const paths = Array.from(
    { length: count },
    (_, number) => `${Math.floor(number / 1000)}/${String(number).padStart(7, '0')}.txt`,
  );
  for (const [number, path] of paths.entries()) {
    if (number % 1000 === 0) await mkdir(join(folder, String(number / 1000)), { recursive: true });
    await writeFile(join(folder, path), content);
    await utimes(join(folder, path), modified, modified);
  }
  return paths;
}

async function pretendTaken(into: Database, folder: string, paths: readonly string[]): Promise<void> {
  const batchId = await openBatch(into, {
    ...{ name: `backfill ${folder}`, source: 'backfill', receivedAt: modified },
  });
  for (let start = 0; start < paths.length; start += 10_000) {
    const some = paths.slice(start, start + 10_000);
    await into.query(
      `with taken as (
         insert into documents (sha256, bytes, file_name, media_type, channel, batch_id, received_at, priority, state,
           last_event_hash)
         select encode(sha256(convert_to($6 || path, 'UTF8')), 'hex'), $3, path, 'text/plain', 'letter', $1, $4, 100, 'routed', ''
         from unnest($2::text[]) as path returning id, file_name)
       insert into arrivals (batch_id, document_id, path, bytes, modified_ms)
         select $1, id, file_name, $3, $5 from taken`,
      [batchId, some, content.length, modified, modified.getTime(), folder],
    );
  }
  await into.query('analyze');
}

/** The largest resident memory of a process so far, also when it has ended. */
function watchPeak(pid: number): () => number {
  let peakMb = 0;
  const timer = setInterval(() => {
    try {
      const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
      peakMb = Math.max(peakMb, Number(kilobytes ?? 0) / 1000);
    } catch {
      clearInterval(timer); // it has ended
    }
  }, 100);
  return () => peakMb;
}

async function countLines(file: string): Promise<number> {
  let lines = 0;
  for await (const _ of createInterface(createReadStream(file))) lines += 1;
  return lines;
}
