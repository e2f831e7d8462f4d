import { createHash } from 'node:crypto';

/** The name of a blob: SHA-256 of its bytes, 64 hex digits. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
