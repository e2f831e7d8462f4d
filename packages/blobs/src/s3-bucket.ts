import {
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
  PutObjectRetentionCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { statusOf } from './s3-errors.ts';
import { bare, md5 } from './s3-etag.ts';
import { type Condition, uploadInParts } from './s3-multipart.ts';

/** What the service says of an object without sending it. */
export interface ObjectFacts {
  readonly etag: string;
  readonly bytes: number;
}

/** The requests that the blob store makes, one function each, on one bucket. */
export function bucketOf(client: S3Client, Bucket: string) {
  return {
    async exists(): Promise<void> {
      await client.send(new HeadBucketCommand({ Bucket }));
    },

    async facts(Key: string): Promise<ObjectFacts | undefined> {
      try {
        const head = await client.send(new HeadObjectCommand({ Bucket, Key }));
        return { etag: bare(head.ETag), bytes: head.ContentLength ?? -1 };
      } catch (error) {
        if (statusOf(error) === 404) return undefined;
        throw error;
      }
    },

    async read(Key: string): Promise<Buffer | undefined> {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
        return Buffer.from((await Body?.transformToByteArray()) ?? []);
      } catch (error) {
        if (error instanceof Error && error.name === 'NoSuchKey') return undefined;
        throw error;
      }
    },

    /** Content-MD5 makes the service refuse bytes that were damaged on the way. Returns the ETag. */
    async write(Key: string, Body: Buffer, condition: Condition): Promise<string> {
      const ContentMD5 = md5(Body).toString('base64');
      const put = await client.send(
        new PutObjectCommand({ Bucket, Key, Body, ContentMD5, ContentLength: Body.length, ...condition }),
      );
      return bare(put.ETag);
    },

    /** From now on the service refuses to delete or replace it until then. */
    async retain(Key: string, RetainUntilDate: Date): Promise<void> {
      const Retention = { Mode: 'GOVERNANCE', RetainUntilDate } as const;
      await client.send(new PutObjectRetentionCommand({ Bucket, Key, Retention }));
    },

    writeInParts: (key: string, parts: readonly Buffer[], condition: Condition): Promise<string> =>
      uploadInParts({ client, bucket: Bucket, key }, parts, condition),
  };
}
export type Bucket = ReturnType<typeof bucketOf>;
