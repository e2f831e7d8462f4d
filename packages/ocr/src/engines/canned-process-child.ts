import { readFile } from 'node:fs/promises';
import { serveParent } from '@mailroom/children';
import type { TsvAnswer, TsvRequest } from './tesseract-js.ts';

/* The program of an engine that says what stands in the file: started by startCannedProcess. */

serveParent(async ({ file }: TsvRequest): Promise<TsvAnswer> => ({ tsv: await readFile(file, 'utf8') }));
process.send?.({ tsv: '' } satisfies TsvAnswer);
