import type { BlobStore } from '@mailroom/blobs';
import type { RulebookClassifier } from '@mailroom/classifier';
import {
  customerLookup,
  type Database,
  followRulebook,
  joinEmbeddedServer,
  migrate,
  openDatabase,
  type RulesInForce,
  type ServerAddress,
} from '@mailroom/database';
import {
  createOpener,
  createSplitter,
  type Intake,
  openIntake,
  openRoom,
  planLetters,
} from '@mailroom/ingest';
import { createReader, writeSearchablePdf } from '@mailroom/ocr';
import {
  type Context,
  type Hints,
  openHints,
  type StageName,
  startReconciler,
  startWorkers,
} from '@mailroom/pipeline';
import type { Configuration } from './configuration.ts';
import { defaultRulebook } from './default-rulebook.ts';
import { followClassifier } from './follow-classifier.ts';
import { createMetrics } from './metrics.ts';
import { openBlobs } from './open-blobs.ts';
import { waitForDatabase } from './wait-for-database.ts';

/** The parts of a running mailroom that need no OCR: what every command starts from. */
export interface Mailroom extends AsyncDisposable {
  readonly configuration: Configuration;
  readonly database: Database;
  readonly blobs: BlobStore;
  readonly hints: Hints;
  readonly intake: Intake;
  readonly rules: RulesInForce;
  /** The classifier in service: a model takes time and memory, so it is loaded by whoever first asks, and once. */
  classifiers(): Promise<RulebookClassifier>;
  /** Starts workers for all stages and the reconciler; disposing waits for the documents in work. */
  startWorking(options?: WorkOptions): Promise<AsyncDisposable>;
}

export interface WorkOptions {
  /** Only this stage; without it all. */
  readonly stage?: StageName | undefined;
  /** Documents at a time, of each stage. */
  readonly concurrency?: number | undefined;
}

/** The composition root: the configuration decides which adapter stands behind each port. */
export async function openMailroom(configuration: Configuration): Promise<Mailroom> {
  await using stack = new AsyncDisposableStack();
  const database = await connect(configuration, stack);
  await waitForDatabase(() => migrate(database));
  const rules = await waitForDatabase(() => followRulebook(database, defaultRulebook(configuration)));
  stack.defer(() => rules.close());
  const blobs = openBlobs(configuration);
  const hints = openHints(
    configuration.REDIS_URL
      ? { kind: 'redis', url: configuration.REDIS_URL }
      : { kind: 'postgres', connection: database.address },
  );
  stack.defer(() => hints.close());
  const intake = openIntake(
    database,
    blobs,
    (documents) => hints.give('ocr', documents),
    openRoom(database, configuration.MAILROOM_MOST_WAITING),
  );
  const owned = stack.move();
  let loading: Promise<RulebookClassifier> | undefined;
  const loadClassifiers = async () => {
    const followed = await waitForDatabase(() => followClassifier(database));
    owned.defer(() => followed.close());
    return followed;
  };
  const classifiers = () => {
    // What failed (a model that this program cannot read) is tried again by the next who asks.
    loading ??= loadClassifiers().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  const mailroom = { configuration, database, blobs, hints, intake, rules, classifiers };
  return {
    ...mailroom,
    startWorking: (options) => startWorking(mailroom, options),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

async function connect(configuration: Configuration, stack: AsyncDisposableStack): Promise<Database> {
  const database = openDatabase(await findServer(configuration, stack));
  stack.defer(() => database.close());
  return database;
}

async function findServer(configuration: Configuration, stack: AsyncDisposableStack): Promise<ServerAddress> {
  if (configuration.DATABASE_URL) return { connectionString: configuration.DATABASE_URL };
  const server = await joinEmbeddedServer(configuration.MAILROOM_HOME);
  stack.defer(() => server.leave());
  return server.address;
}

type Parts = Pick<Mailroom, 'configuration' | 'database' | 'blobs' | 'hints' | 'rules' | 'classifiers'>;

async function startWorking(
  { configuration, database, blobs, hints, rules, classifiers }: Parts,
  { stage, concurrency }: WorkOptions = {},
): Promise<AsyncDisposable> {
  await using stack = new AsyncDisposableStack();
  const { OCR_ENGINE: engine, OCR_LANGUAGES: languages, OCR_WORKERS: workers, OCR_MODEL_DIR } = configuration;
  const modelDir = OCR_MODEL_DIR === undefined ? {} : { modelDir: OCR_MODEL_DIR };
  const reader = await createReader({ engine, languages, workers, ...modelDir });
  stack.defer(() => reader.close());
  const opener = createOpener();
  stack.defer(() => opener.close());
  const splitter = createSplitter();
  stack.defer(() => splitter.close());
  const classifier = await classifiers();
  const metrics = createMetrics(database);
  const port = configuration.MAILROOM_METRICS_PORT;
  if (port !== undefined) {
    const served = await metrics.serve(port);
    stack.defer(() => served.close());
  }
  const context: Context = {
    database,
    blobs,
    opener,
    reader: { read: reader.read, writePdf: writeSearchablePdf },
    separator: { plan: planLetters, cut: splitter.cut },
    customers: customerLookup(database),
    measure: metrics.measure,
    rules() {
      const { rulebook } = rules.current();
      const { taxonomy, calendar } = rulebook;
      return { taxonomy, calendar, classifier: classifier.under(rulebook) };
    },
  };
  // One document more than reading processes, so that none waits while a document is opened or written.
  const usual = { ocr: workers + 1, classify: 2, index: 2, route: 2 };
  const running = startWorkers(context, hints, stage ? { [stage]: concurrency ?? usual[stage] } : usual);
  stack.defer(() => running.close());
  const reconciler = startReconciler(database, hints);
  stack.defer(() => reconciler.close());
  return stack.move();
}
