import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The kernel's limit for a socket's path (108 bytes with the closing zero), less the file name PostgreSQL adds. */
const longestFolder = 107 - '/.s.PGSQL.5432'.length;

/** Where the home's socket lies: under the home, or under the temporary folder when the home's path is too long. */
export function socketFolder(home: string): string {
  const underHome = join(resolve(home), 'postgres', 'socket');
  if (Buffer.byteLength(underHome) <= longestFolder) return underHome;
  const name = createHash('sha256').update(resolve(home)).digest('hex').slice(0, 16);
  return join(tmpdir(), `mailroom-${name}`);
}
