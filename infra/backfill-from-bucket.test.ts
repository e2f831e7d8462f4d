import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { runMailroom } from './chaos/processes.ts';

test('a backfill takes the documents below a prefix of a bucket, with their side files, and a second run adds nothing', async () => {
  await using stack = new AsyncDisposableStack();
  const home = await mkdtemp(join(tmpdir(), 'mailroom-bucket-'));
  stack.defer(() => rm(home, { recursive: true, force: true }));
  const { environment, write } = await testBucket(home);
  const mail = (words: string) => `From: a@example.de\nSubject: Brief\n\n${words}\n`;
  await write('archive/2024/a.eml', mail('Ich kündige meinen Vertrag.'));
  await write('archive/2024/b.eml', mail('Meine Adresse hat sich geändert.'));
  await write('archive/2024/b.eml.json', '{ "channel": "fax", "receivedAt": "2024-03-04T09:00:00" }');
  await write('archive/2024/.hidden', 'x');
  await write('elsewhere/c.eml', mail('Nicht gemeint.'));
  const report = join(home, 'report.jsonl');
  const place = `s3://${environment.bucket}/archive`;
  const backfill = () =>
    runMailroom(['backfill', place, '--report', report], {
      environment: environment.variables,
      logFile: join(home, 'log'),
    });
  expect(await backfill()).toMatchObject({ code: 0, output: expect.stringContaining('2 files: 2 new') });
  const lines = (await readFile(report, 'utf8')).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line)).map(({ file, channel }) => ({ file, channel }))).toEqual([
    { file: '2024/a.eml', channel: 'email' },
    { file: '2024/b.eml', channel: 'fax' },
  ]);
  expect(await backfill()).toMatchObject({ code: 0, output: expect.stringContaining('2 unchanged') });
});

/** On the server that the test run started (see test-services.ts). */
async function testBucket(home: string) {
  const server = process.env['MAILROOM_TEST_S3'];
  if (!server) throw new Error('MAILROOM_TEST_S3 is not set; run the tests with "npm test".');
  const { origin: endpoint, username: accessKeyId, password: secretAccessKey } = new URL(server);
  const bucket = `archive-${randomUUID()}`;
  const credentials = { accessKeyId, secretAccessKey };
  const client = new S3Client({ endpoint, credentials, region: 'us-east-1', forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  const variables = {
    ...{ ...process.env, MAILROOM_HOME: join(home, 'home'), OCR_ENGINE: 'canned', S3_REGION: 'us-east-1' },
    ...{ S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId },
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  };
  return {
    environment: { bucket, variables },
    write: async (Key: string, Body: string) =>
      void (await client.send(new PutObjectCommand({ Bucket: bucket, Key, Body }))),
  };
}
