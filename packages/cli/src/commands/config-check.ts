import { access, constants } from 'node:fs/promises';
import { loadModel, loadTaxonomy } from '@mailroom/classifier';
import { MisconfigurationError, messageOf } from '@mailroom/core';
import { migrate, openDatabase } from '@mailroom/database';
import { describeReader } from '@mailroom/ocr';
import { openHints } from '@mailroom/pipeline';
import { companySignIn } from '../company-sign-in.ts';
import { type Configuration, describeConfiguration, readConfiguration } from '../configuration.ts';
import { openBucket } from '../open-blobs.ts';

/** Prints every setting, then tries each service and file; exit code 1 with every problem at once. */
export async function checkConfiguration(environment: NodeJS.ProcessEnv): Promise<void> {
  const configuration = readConfiguration(environment);
  for (const { key, value, meaning } of describeConfiguration(configuration))
    process.stdout.write(`${key}: ${value}\n    ${meaning}\n`);
  const problems: string[] = [];
  for (const { name, check } of checks(configuration)) {
    try {
      process.stdout.write(`${name}: ${await check()}\n`);
    } catch (error) {
      problems.push(`  ${name}: ${messageOf(error)}`);
    }
  }
  if (problems.length === 0) return;
  throw new MisconfigurationError('configuration', `${problems.length} problem(s):\n${problems.join('\n')}`);
}

function checks(configuration: Configuration): readonly { name: string; check: () => Promise<string> }[] {
  const { DATABASE_URL, REDIS_URL, MAILROOM_INBOX, MAILROOM_TAXONOMY } = configuration;
  return [
    { name: 'OCR', check: async () => describeOcr(configuration) },
    {
      name: 'Taxonomy',
      check: async () => `${(await loadTaxonomy(MAILROOM_TAXONOMY)).intents.length} intents`,
    },
    { name: 'Classifier model', check: async () => `${loadModel().version} comes along` },
    { name: 'Sign-in', check: async () => describeSignIn(configuration) },
    { name: 'Database', check: async () => (DATABASE_URL ? tryDatabase(DATABASE_URL) : 'embedded') },
    { name: 'Originals', check: async () => tryBlobs(configuration) },
    { name: 'Queue', check: async () => (REDIS_URL ? tryRedis(REDIS_URL) : 'in PostgreSQL') },
    {
      name: 'Inbox',
      check: async () => (MAILROOM_INBOX ? tryInbox(MAILROOM_INBOX) : 'none'),
    },
  ];
}

function describeSignIn(configuration: Configuration): string {
  const { company } = companySignIn(configuration);
  return company ? `${company.issuer.href} and local users` : 'local users';
}

function describeOcr({ OCR_ENGINE, OCR_LANGUAGES, OCR_MODEL_DIR }: Configuration): string {
  return describeReader({
    engine: OCR_ENGINE,
    languages: OCR_LANGUAGES,
    ...(OCR_MODEL_DIR === undefined ? {} : { modelDir: OCR_MODEL_DIR }),
  }).text;
}

async function tryDatabase(url: string): Promise<string> {
  const database = openDatabase({ connectionString: url });
  try {
    await migrate(database);
    const { rows } = await database.query<{ version: string }>(
      "select current_setting('server_version') as version",
    );
    return `PostgreSQL ${rows[0]?.version}`;
  } finally {
    await database.close();
  }
}

/** Files are moved out of it, so reading is not enough. */
async function tryInbox(folder: string): Promise<string> {
  await access(folder, constants.R_OK | constants.W_OK);
  return 'readable and writable';
}

async function tryBlobs(configuration: Configuration): Promise<string> {
  const bucket = openBucket(configuration);
  await bucket?.check();
  return bucket ? `S3 bucket ${configuration.S3_BUCKET} answers` : 'on disk';
}

async function tryRedis(url: string): Promise<string> {
  const hints = openHints({ kind: 'redis', url });
  try {
    await hints.count('ocr');
    return 'Redis answers';
  } finally {
    await hints.close();
  }
}
