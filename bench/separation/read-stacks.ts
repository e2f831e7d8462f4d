import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCorpus } from '@mailroom/classifier';
import { seededRandom } from '@mailroom/fixtures';
import { createOpener } from '@mailroom/ingest';
import { createReader } from '@mailroom/ocr';
import { readScanned } from './read-scanned.ts';
import { saveStack } from './stack-file.ts';
import { stackOfLetters } from './stack-of-letters.ts';

/*
 * Stacks of every author of the corpus, scanned and recognised, for train.ts; a second or two a page:
 *   node bench/separation/read-stacks.ts FOLDER [--stacks 2]
 * Stacks that are in the folder already stay: run again, it goes on where it stopped.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { stacks: { type: 'string', default: '2' } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('Name the folder for the stacks.');
mkdirSync(folder, { recursive: true });
/** Faxes and mails never lie in a tray. */
const letters = readCorpus().filter(({ channel }) => channel === 'letter');
const authors = [...new Set(letters.map(({ author }) => author))];
const lettersAStack = 20;

await using stack = new AsyncDisposableStack();
const opener = createOpener();
stack.defer(() => opener.close());
const reader = await createReader({ engine: 'auto', languages: 'deu', workers: 2 });
stack.defer(() => reader.close());

for (let number = 0; number < Number(values.stacks); number += 1)
  for (const author of authors) await readStack(author, number, join(folder, `${author}-${number}.json.gz`));

async function readStack(author: string, number: number, file: string): Promise<void> {
  if (existsSync(file)) return;
  const random = seededRandom(`first-page ${author} ${number}`);
  const own = letters.filter((letter) => letter.author === author);
  const chosen = Array.from({ length: lettersAStack }, () => random.pick(own));
  const pages = stackOfLetters(chosen, random);
  const kind = number % 2 === 0 ? 'tiff' : 'pdf';
  const { read, seconds } = await readScanned(
    pages.map(({ page }) => page),
    random,
    { opener, reader, kind },
  );
  const begins = pages.map((page) => page.begins);
  saveStack(file, { author, begins, read });
  process.stderr.write(`${author} ${number}: ${read.length} pages in ${seconds.toFixed(0)} s\n`);
}
