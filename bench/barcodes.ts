import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDocument } from '@mailroom/ingest';
import { looksLikeBarcode } from '../packages/ocr/src/barcodes/looks-like-barcode.ts';
import { cleanPage } from '../packages/ocr/src/cleaning/clean-page.ts';

/*
 * npm run -s bench -- barcodes
 * What looking for the labels of registered letters adds to cleaning a page, and how many pages without one are
 * looked at closely (0.2 s each).
 */

const folder = join(import.meta.dirname, '..', 'fixtures', 'documents', 'letters');
let [pages, suspected, cleaningMs, lookingMs] = [0, 0, 0, 0];
for (const fileName of await readdir(folder)) {
  if (fileName.endsWith('.json')) continue;
  const document = await openDocument(await readFile(join(folder, fileName)), { fileName });
  for await (const page of document.pages()) {
    if (page.kind === 'text') continue;
    const startedAt = performance.now();
    const { raster } = await cleanPage(page);
    const cleanedAt = performance.now();
    if (looksLikeBarcode(raster)) suspected += 1;
    pages += 1;
    cleaningMs += cleanedAt - startedAt;
    lookingMs += performance.now() - cleanedAt;
  }
}
const each = (ms: number) => `${(ms / pages).toFixed(1)} ms`;
process.stdout.write(
  `${pages} pages without a label: cleaning ${each(cleaningMs)} a page, looking for a label ${each(lookingMs)}, ` +
    `${suspected} looked at closely\n`,
);
