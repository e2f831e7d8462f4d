import { join } from 'node:path';
import { type BlobStore, diskBlobs, type S3BlobStore, type S3Options, s3Blobs } from '@mailroom/blobs';
import { MisconfigurationError } from '@mailroom/core';
import type { Configuration } from './configuration.ts';

/** Originals in a bucket when one is configured, else in a folder. */
export function openBlobs(configuration: Configuration): BlobStore {
  return openBucket(configuration) ?? diskBlobs(join(configuration.MAILROOM_HOME, 'blobs'));
}

/** Throws MisconfigurationError when only half of it is configured. */
export function openBucket(configuration: Configuration): S3BlobStore | undefined {
  const { S3_BUCKET, S3_ENDPOINT, S3_ACCESS_KEY_ID } = configuration;
  if (S3_BUCKET === undefined) {
    if (S3_ENDPOINT === undefined && S3_ACCESS_KEY_ID === undefined) return undefined;
    throw incomplete('S3_BUCKET is missing. Set it, or remove the other S3_ settings.');
  }
  return s3Blobs({
    ...{ ...s3Service(configuration), bucket: S3_BUCKET },
    lockDays: configuration.S3_OBJECT_LOCK_DAYS,
  });
}

/** Where the service is, and as whom we come. Throws MisconfigurationError when only half of the key is configured. */
export function s3Service({
  S3_ENDPOINT,
  S3_REGION,
  S3_ACCESS_KEY_ID,
  S3_SECRET_ACCESS_KEY,
}: Configuration): Omit<S3Options, 'bucket'> {
  if ((S3_ACCESS_KEY_ID === undefined) !== (S3_SECRET_ACCESS_KEY === undefined)) {
    throw incomplete('S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY belong together. Set both or none.');
  }
  const credentials =
    S3_ACCESS_KEY_ID !== undefined && S3_SECRET_ACCESS_KEY !== undefined
      ? { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY }
      : undefined;
  return { endpoint: S3_ENDPOINT, region: S3_REGION, credentials };
}

function incomplete(what: string): MisconfigurationError {
  return new MisconfigurationError('configuration', what);
}
