import { hash } from 'node:crypto';

/** The name of a blob: SHA-256 of its bytes, 64 hex digits. */
export function sha256Of(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}
