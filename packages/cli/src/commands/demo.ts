import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MailroomError, MisconfigurationError, type Taxonomy } from '@mailroom/core';
import { importCustomers, joinEmbeddedServer, type ReportLine, reportBatch } from '@mailroom/database';
import { readCustomers } from '@mailroom/indexer';
import { folderSource } from '@mailroom/ingest';
import type { Configuration } from '../configuration.ts';
import { openMailroom } from '../mailroom.ts';
import { table } from '../table.ts';
import { settleSource } from './backfill.ts';

const fixtures = join(import.meta.dirname, '..', '..', '..', '..', 'fixtures');

/** Puts the fixtures through the whole pipeline, in a home of its own that starts empty each time. */
export async function demo(configuration: Configuration, { all }: { all: boolean }): Promise<void> {
  const home = join(configuration.MAILROOM_HOME, 'demo');
  await empty(home);
  const documents = await chooseDocuments(join(home, 'inbox'), all);
  await using mailroom = await openMailroom({ ...configuration, ...onlyHere, MAILROOM_HOME: home });
  const customers = readCustomers(await readFile(join(fixtures, 'customers.csv')));
  await importCustomers(mailroom.database, customers);
  process.stdout.write(`${customers.length} customers loaded. Reading the documents in ${documents} ...\n`);

  const startedAt = performance.now();
  const { batchId, progress } = await settleSource(mailroom, await folderSource(documents));
  const seconds = (performance.now() - startedAt) / 1000;

  const lines = await Array.fromAsync(reportBatch(mailroom.database, batchId));
  printLines(lines, mailroom.rules.current().rulebook.taxonomy);
  printSummary(lines, seconds);
  if (lines.length + progress.problems.length !== progress.found) {
    throw new MailroomError(
      'demo',
      `${progress.found} files were found, but only ${lines.length} are accounted for.`,
    );
  }
  process.stdout.write(`\nLook at them: MAILROOM_HOME=${home} npm run -s mailroom -- start\n`);
}

/** Invented customers and letters have no business on a server in service. */
const onlyHere = {
  DATABASE_URL: undefined,
  REDIS_URL: undefined,
  S3_BUCKET: undefined,
  S3_ENDPOINT: undefined,
  S3_ACCESS_KEY_ID: undefined,
};

/** A demo that was killed has left its server running; one at whose desk somebody sits is not taken away. */
async function empty(home: string): Promise<void> {
  const running = join(home, 'postgres', 'cluster', 'postmaster.pid');
  if (existsSync(running)) await (await joinEmbeddedServer(home)).leave();
  if (existsSync(running))
    throw new MisconfigurationError(
      'demo-in-use',
      `A mailroom still runs in ${home}. Stop it with Ctrl-C, then run the demo again.`,
    );
  await rm(home, { recursive: true, force: true });
}

/** demo.txt names the part that ends within about two minutes. */
async function chooseDocuments(folder: string, all: boolean): Promise<string> {
  const documents = join(fixtures, 'documents');
  if (all) return documents;
  const chosen = (await readFile(join(fixtures, 'demo.txt'), 'utf8')).split('\n').filter(Boolean);
  for (const name of chosen) {
    for (const file of [name, `${name}.json`].filter((one) => existsSync(join(documents, one)))) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await copyFile(join(documents, file), join(folder, file));
    }
  }
  return folder;
}

function printLines(lines: readonly ReportLine[], taxonomy: Taxonomy): void {
  const labels = new Map(taxonomy.intents.map((one) => [one.intent, one.label.de]));
  const rows = lines.map((line) => [
    line.file,
    line.intents.map(({ intent }) => labels.get(intent) ?? intent).join(' + '),
    line.account?.customerNumber ?? '',
    line.state === 'routed' ? line.queues.join(', ') : line.state,
    line.dueAt?.slice(0, 10) ?? '',
    line.reason ?? '',
  ]);
  process.stdout.write(
    `\n${table(['file', 'what it is', 'account', 'queue', 'due', 'why not routed'], rows, 60)}\n`,
  );
}

function printSummary(lines: readonly ReportLine[], seconds: number): void {
  const count = (state: string) => lines.filter((line) => line.state === state).length;
  const pages = lines.reduce((sum, line) => sum + line.pages, 0);
  process.stdout.write(
    `${lines.length} documents: ${count('routed')} routed, ${count('review')} in review, ${count('rejected')} rejected.\n` +
      `${pages} pages in ${seconds.toFixed(1)} s: ${((pages * 60) / seconds).toFixed(0)} pages a minute.\n`,
  );
}
