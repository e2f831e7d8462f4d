import { S3ServiceException } from '@aws-sdk/client-s3';
import { MailroomError, messageOf, TemporaryError } from '@mailroom/core';

/** The HTTP status with which the service answered; undefined when it did not. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
}

/** @throws TemporaryError instead of what the service, the network or a missing key threw */
export async function translated<Result>(work: Promise<Result>, place: string): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw isOfService(error) ? unavailable(error, place) : error;
  }
}

/** What the SDK throws carries its metadata, what the network throws a code; anything else is a bug of ours. */
function isOfService(error: unknown): boolean {
  return (
    error instanceof Error &&
    !(error instanceof MailroomError) &&
    ('$metadata' in error || ('code' in error && typeof error.code === 'string') || hasNoKey(error))
  );
}

/** Neither keys in the settings nor a role of the machine. */
function hasNoKey(error: unknown): boolean {
  return error instanceof Error && error.name === 'CredentialsProviderError';
}

/**
 * Whatever else goes wrong with the service is no fault of a document: a wrong key or a missing bucket is
 * mended by an operator while the documents wait.
 */
function unavailable(error: unknown, place: string): TemporaryError {
  const status = hasNoKey(error) ? 403 : statusOf(error);
  const advice =
    status === undefined
      ? 'Is the service running and reachable? See S3_ENDPOINT.'
      : status >= 500
        ? 'Look at the log of the service.'
        : 'Check S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY and what the key may do.';
  const name = error instanceof Error ? error.name : 'error';
  return new TemporaryError('blobs-away', `${place} failed: ${name}: ${messageOf(error)}. ${advice}`, {
    cause: error,
  });
}
