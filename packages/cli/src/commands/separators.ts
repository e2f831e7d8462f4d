import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { MisconfigurationError } from '@mailroom/core';
import { mostSheets, printSheets } from '@mailroom/ingest';

/** More at once is a mistake, and a file that no printer takes. */
const mostAtOnce = 1000;

export async function writeSeparators(
  file: string,
  { first, count }: { first: number; count: number },
): Promise<void> {
  if (count > mostAtOnce || first + count - 1 > mostSheets)
    throw new MisconfigurationError(
      'separators',
      `Give --count up to ${mostAtOnce}; sheet numbers end at ${mostSheets}.`,
    );
  await writeFile(file, await printSheets({ first, count }));
  process.stdout.write(`${count} separator sheets: ${resolve(file)}\n`);
}
