import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { doubtFaxPages, readFaxHeader } from '@mailroom/indexer';
import { openDocument } from '@mailroom/ingest';
import { createReader } from '@mailroom/ocr';

/*
 * npm run -s bench -- fax-headers
 * Of how many faxes among the fixtures the header line is read although it came over a telephone line, and how many
 * go to a person because pages seem to be missing (none is).
 */

const folder = join(import.meta.dirname, '..', 'fixtures', 'documents', 'faxes');
const reader = await createReader({ engine: 'auto', languages: 'deu', workers: 1 });
let [faxes, headers, paged, doubts] = [0, 0, 0, 0];
for (const fileName of (await readdir(folder)).filter((name) => name.endsWith('.tif'))) {
  const document = await openDocument(await readFile(join(folder, fileName)), { fileName });
  const texts: string[] = [];
  for await (const page of document.pages())
    texts.push(page.kind === 'text' ? page.text : (await reader.read(page)).text);
  const header = readFaxHeader(texts[0] ?? '');
  faxes += 1;
  if (header) headers += 1;
  if (header?.page !== undefined) paged += 1;
  const doubt = doubtFaxPages(texts);
  if (doubt) doubts += 1;
  const [top = ''] = texts[0]?.split('\n') ?? [];
  process.stdout.write(
    `${fileName}  ${doubt ?? ''}${header ? JSON.stringify(header) : `not read: ${top}`}\n`,
  );
}
await reader.close();
process.stdout.write(
  `${faxes} faxes: ${headers} header lines read, ${paged} with their page, ${doubts} wrongly in doubt\n`,
);
