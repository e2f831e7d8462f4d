import { createHash } from 'node:crypto';

export function md5(bytes: Uint8Array): Buffer {
  return createHash('md5').update(bytes).digest();
}

/** An ETag without its quotation marks. */
export function bare(etag: string | undefined): string {
  return (etag ?? '').replaceAll('"', '');
}

/**
 * The ETag that an S3 service computes over what it received: the MD5 of the bytes; of parts the MD5 of their
 * MD5s and their number. A service that encrypts with keys of its own answers something else.
 */
export function etagOf(parts: readonly Buffer[]): string {
  const [only] = parts;
  if (parts.length === 1 && only) return md5(only).toString('hex');
  return `${md5(Buffer.concat(parts.map(md5))).toString('hex')}-${parts.length}`;
}

/** The bytes in parts of `partBytes`, without copying; one part when they are not more. */
export function inParts(bytes: Buffer, partBytes: number): readonly Buffer[] {
  const count = Math.max(1, Math.ceil(bytes.length / partBytes));
  return Array.from({ length: count }, (_, part) => bytes.subarray(part * partBytes, (part + 1) * partBytes));
}
