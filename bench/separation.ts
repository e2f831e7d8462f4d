import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseCorpus } from '@mailroom/classifier';
import { type Grey, type Random, seededRandom, type TypesetPage } from '@mailroom/fixtures';
import { createOpener, createSplitter, cutFrom, planLetters, togetherTo } from '@mailroom/ingest';
import { createReader } from '@mailroom/ocr';
import { readScanned } from './separation/read-scanned.ts';
import { asPdf, asTiff, backOf, patchSheet, scanned, scannedUnstamped } from './separation/scan-stack.ts';
import { loadStack, saveStack } from './separation/stack-file.ts';
import { type StackPage, stackOfLetters } from './separation/stack-of-letters.ts';
import { readTypeset } from './separation/typeset-reading.ts';

/*
 * Stacks of scanned letters by an author the first-page model has never seen, taken apart:
 *   npm run -s bench separation [sheets|letters|duplex ...] [--documents 300] [--reading ocr|typeset] [--keep FOLDER] [--seed TEXT]
 * sheets: Patch T before each letter, black and white TIFF. duplex: the same scanned on both sides, grey PDF, some
 * backs with a pencil note. letters: no sheets; `typeset` skips scanner and recognition, for many letters in little time.
 * What was recognised stays in FOLDER and is used again.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    documents: { type: 'string', default: '300' },
    reading: { type: 'string', default: 'ocr' },
    keep: { type: 'string' },
    seed: { type: 'string', default: 'separation' },
  },
});
const kinds = positionals.length > 0 ? positionals : ['sheets', 'letters', 'duplex'];
const lettersAStack = 25;
const letters = parseCorpus(
  readFileSync(join(import.meta.dirname, '../fixtures/letters/f01.txt'), 'utf8'),
).filter(({ channel }) => channel === 'letter');

/** Sheets and backs look alike: some scans of each, drawn again and again, spare most of the time. */
const patchBars = 4;
const variants = 8;
const plain = new Map<string, Promise<Grey>>();

if (values.keep !== undefined) mkdirSync(values.keep, { recursive: true });

await using stack = new AsyncDisposableStack();
const splitter = createSplitter();
stack.defer(() => splitter.close());

for (const kind of kinds) {
  const tally = {
    documents: 0,
    pages: 0,
    right: 0,
    missed: 0,
    invented: 0,
    asked: 0,
    askedRightly: 0,
    seconds: 0,
  };
  const notes: string[] = [];
  while (tally.documents < Number(values.documents)) {
    const count = Math.min(lettersAStack, Number(values.documents) - tally.documents);
    const name = `${values.seed}-${kind}-${tally.documents}`;
    const random = seededRandom(name);
    const chosen = Array.from({ length: count }, () => random.pick(letters));
    const pages = stackOfLetters(chosen, random);
    tally.documents += count;
    if (kind === 'letters') await withoutSheets(pages, random, tally, name);
    else await withSheets(pages, kind === 'duplex', random, tally, notes);
    process.stderr.write(`${kind}: ${tally.documents} of ${values.documents} documents\n`);
  }
  print(kind, tally, notes);
}

interface Tally {
  documents: number;
  pages: number;
  right: number;
  missed: number;
  invented: number;
  /** Boundaries that a person is asked about, and those of them that are one. */
  asked: number;
  askedRightly: number;
  seconds: number;
}

async function withSheets(
  pages: readonly StackPage[],
  duplex: boolean,
  random: Random,
  tally: Tally,
  notes: string[],
) {
  const sheet = patchSheet();
  const fronts = pages.flatMap(({ page, begins }) =>
    begins
      ? [
          { page: sheet, begins: false },
          { page, begins },
        ]
      : [{ page, begins }],
  );
  const sides = duplex
    ? fronts.flatMap((front) => {
        const note = front.page !== sheet && random.chance(0.1);
        return [
          { ...front, back: undefined },
          { page: backOf(front.page, note), begins: false, back: note },
        ];
      })
    : fronts.map((front) => ({ ...front, back: undefined }));
  const scans = [];
  for (const { page } of sides)
    scans.push(page.marks.length > patchBars ? await scanned(page, random) : await plainScan(page, random));
  const bytes = duplex ? await asPdf(scans) : asTiff(scans, random);
  const startedAt = performance.now();
  const splitting = await splitter.split(bytes, 'stack');
  tally.seconds += (performance.now() - startedAt) / 1000;
  tally.pages += sides.length;
  const firsts = new Set(splitting.kind === 'parts' ? splitting.parts.map(({ first }) => first) : []);
  const isRight = (index: number) => firsts.has(index + 1);
  for (const [index, { begins }] of sides.entries()) count(tally, begins, isRight(index));
  if (splitting.kind !== 'parts') return;
  for (const [index, { back }] of sides.entries()) {
    const seen = splitting.pages[index]?.kind;
    if (back !== undefined) notes.push(`${back ? 'back with a note' : 'empty back'} seen as ${seen}`);
  }
}

function plainScan(page: TypesetPage, random: Random): Promise<Grey> {
  const key = `${page.widthMm} ${page.marks.length} ${random.whole(1, variants)}`;
  const scan = plain.get(key) ?? scannedUnstamped(page, random);
  plain.set(key, scan);
  return scan;
}

function count(tally: Tally, is: boolean, said: boolean): void {
  if (is && said) tally.right += 1;
  if (is && !said) tally.missed += 1;
  if (!is && said) tally.invented += 1;
}

async function withoutSheets(
  pages: readonly StackPage[],
  random: Random,
  tally: Tally,
  name: string,
): Promise<void> {
  const file = values.keep === undefined ? undefined : join(values.keep, `${name}.json.gz`);
  const { read, seconds } = await readPages(pages, random, file);
  const { beginnings } = planLetters(read);
  tally.seconds += seconds;
  tally.pages += pages.length;
  const confidences = new Map(beginnings.map(({ page, confidence }) => [page, confidence]));
  for (const [index, { begins }] of pages.entries()) {
    const confidence = index === 0 ? 1 : (confidences.get(index + 1) ?? 0);
    const asked = confidence > togetherTo && confidence < cutFrom;
    if (asked) tally.asked += 1;
    if (asked && begins) tally.askedRightly += 1;
    if (!asked) count(tally, begins, confidence >= cutFrom);
  }
}

async function readPages(pages: readonly StackPage[], random: Random, file: string | undefined) {
  if (values.reading === 'typeset')
    return { read: pages.map(({ page }, index) => readTypeset(page, index + 1, random)), seconds: 0 };
  const kept = file === undefined ? undefined : loadStack(file);
  if (kept) return { read: kept.read, seconds: 0 };
  await using own = new AsyncDisposableStack();
  const opener = createOpener();
  own.defer(() => opener.close());
  const reader = await createReader({ engine: 'auto', languages: 'deu', workers: 2 });
  own.defer(() => reader.close());
  const typeset = pages.map(({ page }) => page);
  const stackRead = await readScanned(typeset, random, { opener, reader, kind: 'tiff' });
  const begins = pages.map((page) => page.begins);
  if (file !== undefined) saveStack(file, { author: 'f01', begins, read: stackRead.read });
  return stackRead;
}

function print(kind: string, tally: Tally, notes: readonly string[]): void {
  const { documents, pages, right, missed, invented, asked, askedRightly, seconds } = tally;
  const speed = seconds > 0 ? `, ${Math.round((pages / seconds) * 60)} pages/min` : '';
  const doubts = kind === 'letters' ? `, ${asked} asked about (${askedRightly} are boundaries)` : '';
  process.stdout.write(
    `${kind}: ${documents} documents, ${pages} pages: boundaries ${right} right, ${missed} missed, ${invented} invented${doubts}${speed}\n`,
  );
  for (const note of [...new Set(notes)].sort())
    process.stdout.write(`  ${note}: ${notes.filter((one) => one === note).length}\n`);
}
