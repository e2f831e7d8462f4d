import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Database, openDatabase } from '@mailroom/database';
import { openHints } from '@mailroom/pipeline';
import { type Balance, drawBalance } from './balance.ts';
import { type Mail, writeMail } from './documents.ts';
import { endHung, faults, type Target } from './faults.ts';
import { type Feeder, feed } from './feeder.ts';
import { type KeptProcess, keepRunning, runMailroom } from './processes.ts';
import { seededRandom } from './random.ts';
import { openWorld, type World } from './world.ts';

export interface ChaosOptions {
  readonly documents: number;
  readonly faults: number;
  readonly workers: number;
  readonly seed: number;
  readonly say: (line: string) => void;
  /** How long the documents may take to settle after the last fault. */
  readonly calmMs: number;
}

export interface ChaosResult {
  readonly balance: Balance;
  readonly struck: ReadonlyMap<string, number>;
  readonly seconds: number;
}

/** Feeds documents while everything around them fails, waits for calm, and draws the balance. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  await using world = await openWorld();
  options.say(world.description);
  const mail = await writeMail(world.home, options.documents);
  await prepare(world, mail);
  const startedAt = performance.now();
  await using scene = openScene(world, mail, options);
  const struck = await strikeAll(scene.target, options);
  options.say(`${options.faults} faults; waiting for calm ...`);
  const runs = await Promise.all(scene.feeders.map((one) => one.finished));
  options.say(`The intakes came to their end in run ${runs.join(' and ')}.`);
  const stops = await stopAll(scene.target.workers);
  const balance = await drawBalance(scene.database, {
    documents: options.documents,
    mail,
    reports: [
      { file: reportOf(world, 'mail'), lines: options.documents },
      { file: reportOf(world, 'copies'), lines: mail.copyCount },
    ],
  });
  const verified = await runMailroom(['verify'], processOptions(world, 'verify'));
  const problems = [...balance.problems, ...stops, ...(verified.code === 0 ? [] : [verified.output])];
  const seconds = (performance.now() - startedAt) / 1000;
  return { balance: { ...balance, problems }, struck, seconds };
}

/** Accounts first: letters are matched to them. The first command also makes the tables. */
async function prepare(world: World, mail: Mail): Promise<void> {
  const { code, output } = await runMailroom(
    ['customers', 'import', mail.customers],
    processOptions(world, 'prepare'),
  );
  if (code !== 0) throw new Error(output);
}

interface Scene extends AsyncDisposable {
  readonly target: Target;
  readonly feeders: readonly Feeder[];
  readonly database: Database;
}

function openScene(world: World, mail: Mail, { documents, workers, seed, calmMs }: ChaosOptions): Scene {
  const names = Array.from({ length: workers }, (_, index) => `worker-${index + 1}`);
  const kept = names.map((name) => keepRunning(name, ['work'], processOptions(world, name)));
  const deadlineMs = 600_000 + calmMs;
  const feeders = (['mail', 'copies'] as const).map((name) =>
    feed(
      mail[name === 'mail' ? 'folder' : 'copies'],
      reportOf(world, name),
      processOptions(world, name),
      deadlineMs,
    ),
  );
  const hints = openHints({ kind: 'redis', url: world.redis.url });
  const database = openDatabase({ connectionString: world.postgres.url });
  const random = seededRandom(seed);
  const target: Target = { world, workers: kept, feeders, hints, documents, random, hung: new Set() };
  return {
    ...{ target, feeders, database },
    async [Symbol.asyncDispose]() {
      for (const feeder of feeders) feeder.kill('SIGKILL');
      await Promise.all(kept.map((worker) => worker.stop()));
      endHung(target);
      await hints.close();
      await database.close();
    },
  };
}

/** Every kind of fault once in random order, then again, spread over the time in which documents come in. */
async function strikeAll(target: Target, options: ChaosOptions): Promise<ReadonlyMap<string, number>> {
  const struck = new Map<string, number>();
  let waiting: (typeof faults)[number][] = [];
  for (let count = 1; count <= options.faults; count += 1) {
    if (waiting.length === 0) waiting = [...target.random.shuffle(faults)];
    const fault = waiting.pop();
    if (!fault) throw new Error('there are faults');
    await setTimeout(target.random.whole(300, 2000));
    options.say(`${String(count).padStart(3)} ${fault.name}`);
    await fault.strike(target);
    struck.set(fault.name, (struck.get(fault.name) ?? 0) + 1);
  }
  return struck;
}

/** What is wrong with how the workers behaved: ends that nobody asked for, and stops that took too long. */
async function stopAll(workers: readonly KeptProcess[]): Promise<readonly string[]> {
  const stops = await Promise.all(
    workers.map(async (worker) => ({ name: worker.name, ...(await worker.stop()) })),
  );
  // A process that has hardly started ends by the signal itself.
  const slow = stops.filter(({ seconds, code }) => seconds > 60 || (code !== 0 && code !== null));
  return [
    ...slow.map(({ name, seconds, code }) => `${name} stopped with ${code} after ${seconds.toFixed(1)} s`),
    ...workers.flatMap((worker) => worker.failures),
  ];
}

const reportOf = (world: World, name: string) => join(world.home, `${name}.jsonl`);

function processOptions({ home, environment }: World, name: string) {
  return { environment, logFile: join(home, `${name}.log`) };
}
