import { S3Client } from '@aws-sdk/client-s3';

/** Where the bucket is and how it is used. */
export interface S3Options {
  /** Of any S3 service, http or https; without it AWS in `region`. */
  readonly endpoint?: string | undefined;
  readonly region: string;
  readonly bucket: string;
  /** Without it the usual places are searched (environment, shared files, the role of the machine). */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
  /**
   * Days for which the service refuses to delete or replace a blob; the bucket must have object lock. Mode
   * GOVERNANCE: only who holds the right to bypass it can (a court may order an erasure).
   */
  readonly lockDays?: number | undefined;
  /** Larger blobs are sent in parts of this size; S3 demands 5 MiB at least. */
  readonly partBytes?: number;
  readonly timeoutMs?: number;
}

/** A client that neither waits for ever nor speaks checksums that only AWS understands. */
export function openClient({ endpoint, region, credentials, timeoutMs = 20_000 }: S3Options): S3Client {
  const foreign = {
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  } as const;
  return new S3Client({
    region,
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: Math.min(5000, timeoutMs),
      requestTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      throwOnRequestTimeout: true,
    },
    ...(endpoint === undefined ? {} : { endpoint, ...foreign }),
    ...(credentials === undefined ? {} : { credentials }),
  });
}
