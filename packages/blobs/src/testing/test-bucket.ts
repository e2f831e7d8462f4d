import { randomUUID } from 'node:crypto';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { openClient, type S3Options } from '../s3-options.ts';

/** A bucket of its own on the server that the test run started (see infra/test-services.ts). */
export interface TestBucket {
  readonly options: S3Options & { readonly endpoint: string };
  readonly client: S3Client;
  list(): Promise<readonly string[]>;
  write(key: string, bytes: Buffer): Promise<void>;
}

export async function testBucket({ locked = false } = {}): Promise<TestBucket> {
  const server = process.env['MAILROOM_TEST_S3'];
  if (!server) throw new Error('MAILROOM_TEST_S3 is not set; run the tests with "npm test".');
  const url = new URL(server);
  const options = {
    endpoint: url.origin,
    region: 'us-east-1',
    bucket: `test-${randomUUID()}`,
    credentials: { accessKeyId: url.username, secretAccessKey: url.password },
    partBytes: 5 * 2 ** 20,
  };
  const { bucket: Bucket } = options;
  const client = openClient(options);
  await client.send(
    new CreateBucketCommand({ Bucket, ...(locked ? { ObjectLockEnabledForBucket: true } : {}) }),
  );
  return {
    options,
    client,
    async list() {
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }));
      return Contents.map((one) => one.Key ?? '');
    },
    async write(Key, Body) {
      await client.send(new DeleteObjectCommand({ Bucket, Key }));
      await client.send(new PutObjectCommand({ Bucket, Key, Body }));
    },
  };
}
