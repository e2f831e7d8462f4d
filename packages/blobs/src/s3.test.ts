import { once } from 'node:events';
import { createServer } from 'node:net';
import { GetObjectRetentionCommand, ListMultipartUploadsCommand } from '@aws-sdk/client-s3';
import { TemporaryError } from '@mailroom/core';
import { expect, test } from 'vitest';
import { s3Blobs } from './s3.ts';
import { sha256Of } from './sha256.ts';
import { blobStoreContract } from './testing/blob-store.contract.ts';
import { poorDialect } from './testing/poor-dialect.ts';
import { testBucket } from './testing/test-bucket.ts';

const letter = Buffer.from('ein Brief');

blobStoreContract('blobs on S3', async () => {
  const bucket = await testBucket();
  return {
    blobs: s3Blobs(bucket.options),
    list: bucket.list,
    damage: bucket.write,
    [Symbol.asyncDispose]: async () => bucket.client.destroy(),
  };
});

blobStoreContract('blobs on an S3 service that answers 501 to conditions', async () => {
  const bucket = await testBucket();
  const proxy = await poorDialect(bucket.options.endpoint);
  return {
    blobs: s3Blobs({ ...bucket.options, endpoint: proxy.endpoint }),
    list: bucket.list,
    damage: bucket.write,
    [Symbol.asyncDispose]: () => proxy[Symbol.asyncDispose](),
  };
});

test('a service without conditions is asked once, then no more', async () => {
  const bucket = await testBucket();
  await using proxy = await poorDialect(bucket.options.endpoint);
  const blobs = s3Blobs({ ...bucket.options, endpoint: proxy.endpoint });
  for (const text of ['eins', 'zwei', 'drei']) await blobs.put(Buffer.from(text));
  expect(proxy.refusals()).toBe(1);
  expect(await bucket.list()).toHaveLength(3);
});

test('with object lock the service keeps each blob until its day', async () => {
  const bucket = await testBucket({ locked: true });
  const blobs = s3Blobs({ ...bucket.options, lockDays: 10 });
  for (const bytes of [letter, Buffer.alloc(6 * 2 ** 20, 'x')]) {
    const Key = await blobs.put(bytes);
    const { Retention } = await bucket.client.send(
      new GetObjectRetentionCommand({ Bucket: bucket.options.bucket, Key }),
    );
    expect(Retention?.Mode).toBe('GOVERNANCE');
    const days = ((Retention?.RetainUntilDate?.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(days).toBeCloseTo(10, 1);
  }
});

test('a service that is away, hangs or refuses is a temporary error that says what to look at', async () => {
  const { options } = await testBucket();
  const deaf = createServer().listen(0, '127.0.0.1');
  await once(deaf, 'listening');
  const address = deaf.address();
  const port = address !== null && typeof address !== 'string' ? address.port : 0;
  const troubles = [
    [{ endpoint: 'http://127.0.0.1:9' }, 'Is the service running and reachable? See S3_ENDPOINT.'],
    [{ endpoint: `http://127.0.0.1:${port}`, timeoutMs: 200 }, 'Is the service running and reachable?'],
    [{ bucket: 'no-such-bucket' }, 'Check S3_BUCKET'],
    [{ credentials: { accessKeyId: 'mailroom', secretAccessKey: 'wrong' } }, 'S3_SECRET_ACCESS_KEY'],
  ] as const;
  for (const [trouble, advice] of troubles) {
    const blobs = s3Blobs({ ...options, ...trouble });
    for (const work of [() => blobs.put(letter), () => blobs.get(sha256Of(letter)), blobs.check]) {
      const error = await work().catch((problem: unknown) => problem);
      expect(error).toBeInstanceOf(TemporaryError);
      expect(error).toMatchObject({ code: 'blobs-away', message: expect.stringContaining(advice) });
    }
  }
  deaf.close();
});

test('an upload in parts that fails leaves no parts behind', async () => {
  const bucket = await testBucket();
  await using proxy = await poorDialect(bucket.options.endpoint);
  const blobs = s3Blobs({ ...bucket.options, endpoint: proxy.endpoint });
  // The first completion is refused with 501, the whole is sent again without the condition.
  const sha256 = await blobs.put(Buffer.alloc(6 * 2 ** 20, 'y'));
  expect(proxy.refusals()).toBe(1);
  expect(await bucket.list()).toEqual([sha256]);
  const { Uploads = [] } = await bucket.client.send(
    new ListMultipartUploadsCommand({ Bucket: bucket.options.bucket }),
  );
  expect(Uploads).toEqual([]);
});
