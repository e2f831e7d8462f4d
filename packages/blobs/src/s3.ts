import type { BlobStore } from './blob-store.ts';
import { BlobDamagedError, BlobMissingError } from './errors.ts';
import { type Bucket, bucketOf } from './s3-bucket.ts';
import { statusOf, translated } from './s3-errors.ts';
import { etagOf, inParts } from './s3-etag.ts';
import type { Condition } from './s3-multipart.ts';
import { openClient, type S3Options } from './s3-options.ts';
import { sha256Of } from './sha256.ts';

/** A blob store that can say whether its service answers. */
export interface S3BlobStore extends BlobStore {
  /** @throws TemporaryError that says what is wrong with the service, the key or the bucket */
  check(): Promise<void>;
}

/**
 * A blob store in a bucket of any S3 service; the key is the hash. Nothing is ever overwritten, and `put`
 * succeeds only when the service holds exactly these bytes. A service that is away, or refuses us, is a
 * TemporaryError: the intake acknowledges nothing, and workers come back later.
 */
export function s3Blobs(options: S3Options): S3BlobStore {
  const place = `S3 bucket ${options.bucket}${options.endpoint ? ` at ${options.endpoint}` : ''}`;
  const bucket = bucketOf(openClient(options), options.bucket);
  const writer: Writer = { bucket, knowsCondition: true };

  async function get(sha256: string): Promise<Buffer> {
    const bytes = await bucket.read(sha256);
    if (bytes === undefined) throw new BlobMissingError(sha256, place);
    if (sha256Of(bytes) !== sha256) throw new BlobDamagedError(sha256, place);
    return bytes;
  }

  async function put(bytes: Buffer): Promise<string> {
    const sha256 = sha256Of(bytes);
    const parts = inParts(bytes, options.partBytes ?? 16 * 2 ** 20);
    const written = await writeIfAbsent(sha256, parts, writer);
    const facts = written ?? (await bucket.facts(sha256));
    const asSent = facts?.etag === etagOf(parts) && facts.bytes === bytes.length;
    if (!asSent) await get(sha256); // encrypted there, or written in other parts: only the bytes themselves tell
    // Also when it was there before: the same letter again is kept from today on.
    if (options.lockDays !== undefined) await bucket.retain(sha256, daysFromNow(options.lockDays));
    return sha256;
  }

  return {
    put: (bytes) => translated(put(bytes), place),
    get: (sha256) => translated(get(sha256), place),
    has: (sha256) => translated(bucket.facts(sha256), place).then((facts) => facts !== undefined),
    check: () => translated(bucket.exists(), place),
  };
}

interface Writer {
  readonly bucket: Bucket;
  /** False once the service answered 501 to If-None-Match. */
  knowsCondition: boolean;
}

/** Returns nothing when the object was there already; whose bytes it has, the caller finds out. */
async function writeIfAbsent(
  sha256: string,
  parts: readonly Buffer[],
  writer: Writer,
): Promise<{ etag: string; bytes: number } | undefined> {
  // Parts are not sent in vain; and a service without the condition leaves only this look before.
  const lookFirst = parts.length > 1 || !writer.knowsCondition;
  if (lookFirst && (await writer.bucket.facts(sha256))) return undefined;
  const condition: Condition = writer.knowsCondition ? { IfNoneMatch: '*' } : {};
  try {
    const etag = await write(sha256, parts, condition, writer.bucket);
    return { etag, bytes: parts.reduce((sum, part) => sum + part.length, 0) };
  } catch (error) {
    if (statusOf(error) === 412) return undefined;
    if (statusOf(error) !== 501 || condition.IfNoneMatch === undefined) throw error;
    writer.knowsCondition = false;
    return writeIfAbsent(sha256, parts, writer);
  }
}

function write(
  sha256: string,
  parts: readonly Buffer[],
  condition: Condition,
  bucket: Bucket,
): Promise<string> {
  const [only] = parts;
  return parts.length === 1 && only
    ? bucket.write(sha256, only, condition)
    : bucket.writeInParts(sha256, parts, condition);
}

function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * 86_400_000);
}
