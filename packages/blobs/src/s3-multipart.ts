import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { bare, md5 } from './s3-etag.ts';

/** With `IfNoneMatch: '*'` the service stores only what is not there yet, and answers 412 otherwise. */
export interface Condition {
  readonly IfNoneMatch?: '*';
}

export interface Target {
  readonly client: S3Client;
  readonly bucket: string;
  readonly key: string;
}

/**
 * One part after the other: the memory is the blob's own. A failed upload leaves no parts behind. Returns the
 * ETag. (A lock is not named here: radosgw forgets one that is named when an upload starts.)
 */
export async function uploadInParts(
  { client, bucket, key }: Target,
  parts: readonly Buffer[],
  condition: Condition,
): Promise<string> {
  const target = { Bucket: bucket, Key: key };
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(target));
  const upload = { ...target, UploadId };
  try {
    const Parts: { ETag: string | undefined; PartNumber: number }[] = [];
    for (const [index, Body] of parts.entries()) {
      const part = { PartNumber: index + 1, Body, ContentMD5: md5(Body).toString('base64') };
      const { ETag } = await client.send(new UploadPartCommand({ ...upload, ...part }));
      Parts.push({ ETag, PartNumber: index + 1 });
    }
    const completion = { ...upload, MultipartUpload: { Parts }, ...condition };
    return bare((await client.send(new CompleteMultipartUploadCommand(completion))).ETag);
  } catch (error) {
    // The first error is the one to tell; the bucket's own rules clear away what could not be aborted.
    await client.send(new AbortMultipartUploadCommand(upload)).catch(() => undefined);
    throw error;
  }
}
