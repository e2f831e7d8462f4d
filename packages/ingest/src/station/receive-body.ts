import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stationError } from './station-error.ts';

export interface Announced {
  /** Content-Length, if the client said so. */
  readonly bytes?: number | undefined;
  /** Content-Digest (RFC 9530), if the client said so. */
  readonly digest?: string | undefined;
}

/**
 * Receives an upload by way of a temporary file, so that slow stations cost no memory, and returns it whole.
 * Throws StationError (too large, empty, another digest), and whatever the stream throws when the client goes away.
 */
export async function receiveBody(body: Readable, announced: Announced, maxBytes: number): Promise<Buffer> {
  if ((announced.bytes ?? 0) > maxBytes) throw stationError.tooLarge(maxBytes);
  const folder = await mkdtemp(join(tmpdir(), 'mailroom-upload-'));
  try {
    const file = join(folder, 'body');
    const hash = createHash('sha256');
    let received = 0;
    const gauge = new Transform({
      transform(chunk: Buffer, _, next) {
        received += chunk.length;
        hash.update(chunk);
        next(received > maxBytes ? stationError.tooLarge(maxBytes) : null, chunk);
      },
    });
    await pipeline(body, gauge, createWriteStream(file, { mode: 0o600 }));
    if (received === 0) throw stationError.empty();
    if (!digestAgrees(announced.digest, hash.digest('base64'))) throw stationError.digest();
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** True also when there is no SHA-256 among what the header names. */
function digestAgrees(header: string | undefined, sha256: string): boolean {
  const named = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/=]+):/.exec(header ?? '')?.[1];
  return named === undefined || named === sha256;
}
