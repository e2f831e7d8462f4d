import { readFile } from 'node:fs/promises';
import { MisconfigurationError } from '@mailroom/core';

/** The bytes of a file that the user named. Throws MisconfigurationError when it cannot be read. */
export async function readInput(file: string): Promise<Buffer> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    const what = error.code === 'ENOENT' ? 'does not exist' : `cannot be read: ${error.message}`;
    throw new MisconfigurationError('no-such-file', `${file} ${what}.`, { cause: error });
  });
}
