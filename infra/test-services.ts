import { readFile } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { startImap } from './services/imap.ts';
import { serviceEnvironment } from './services/programs.ts';
import { startRedis } from './services/redis.ts';
import { startS3 } from './services/s3.ts';

/** A service of the whole test run; each test works in a corner of its own there. */
interface TestService {
  readonly name: string;
  /** Where the tests find its URL. */
  readonly variable: string;
  /** How a test file asks for it. */
  readonly askedBy: RegExp;
  start(environment: NodeJS.ProcessEnv): Promise<{ url: string; version: string; stop(): Promise<void> }>;
}

const services: readonly TestService[] = [
  { name: 'Redis', variable: 'MAILROOM_TEST_REDIS', askedBy: /testRedis\(/, start: startRedis },
  { name: 'S3 (Ceph radosgw)', variable: 'MAILROOM_TEST_S3', askedBy: /testBucket\(/, start: startS3Server },
  { name: 'IMAP', variable: 'MAILROOM_TEST_IMAP', askedBy: /testMailbox\(/, start: startImap },
];

/** Starts what the tests that are about to run need; a service that cannot be had fails the run and says how to get it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await using stack = new AsyncDisposableStack();
  const needed = await neededServices(project);
  if (needed.length > 0) {
    const environment = await serviceEnvironment();
    await Promise.all(
      needed.map(async ({ name, variable, start }) => {
        const server = await start(environment);
        stack.defer(() => server.stop());
        process.env[variable] = server.url;
        process.stdout.write(`${name} ${server.version} for the tests\n`);
      }),
    );
  }
  const owned = stack.move();
  return () => owned.disposeAsync();
}

/** Looks into the test files that the command line names, or all. */
async function neededServices(project: TestProject): Promise<readonly TestService[]> {
  const named = process.argv.slice(2).filter((word) => word !== 'run' && !word.startsWith('-'));
  const { testFiles } = await project.globTestFiles(named.length > 0 ? named : undefined);
  const texts = await Promise.all(testFiles.map((file) => readFile(file, 'utf8')));
  return services.filter(({ askedBy }) => texts.some((text) => askedBy.test(text)));
}

async function startS3Server(environment: NodeJS.ProcessEnv) {
  const { endpoint, accessKeyId, secretAccessKey, version, stop } = await startS3(environment);
  const url = new URL(endpoint);
  url.username = accessKeyId;
  url.password = secretAccessKey;
  return { url: url.href, version, stop };
}
