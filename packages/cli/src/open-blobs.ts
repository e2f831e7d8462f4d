import { join } from 'node:path';
import { type BlobStore, diskBlobs, type S3BlobStore, s3Blobs } from '@mailroom/blobs';
import { MisconfigurationError } from '@mailroom/core';
import type { Configuration } from './configuration.ts';

/** Originals in a bucket when one is configured, else in a folder. */
export function openBlobs(configuration: Configuration): BlobStore {
  return openBucket(configuration) ?? diskBlobs(join(configuration.MAILROOM_HOME, 'blobs'));
}

/** Throws MisconfigurationError when only half of it is configured. */
export function openBucket(configuration: Configuration): S3BlobStore | undefined {
  const { S3_BUCKET, S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = configuration;
  if (S3_BUCKET === undefined) {
    if (S3_ENDPOINT === undefined && S3_ACCESS_KEY_ID === undefined) return undefined;
    throw incomplete('S3_BUCKET is missing. Set it, or remove the other S3_ settings.');
  }
  if ((S3_ACCESS_KEY_ID === undefined) !== (S3_SECRET_ACCESS_KEY === undefined)) {
    throw incomplete('S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY belong together. Set both or none.');
  }
  const credentials =
    S3_ACCESS_KEY_ID !== undefined && S3_SECRET_ACCESS_KEY !== undefined
      ? { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY }
      : undefined;
  return s3Blobs({
    ...{ endpoint: S3_ENDPOINT, region: S3_REGION, bucket: S3_BUCKET, credentials },
    lockDays: configuration.S3_OBJECT_LOCK_DAYS,
  });
}

function incomplete(what: string): MisconfigurationError {
  return new MisconfigurationError('configuration', what);
}
