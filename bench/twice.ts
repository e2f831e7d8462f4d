import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseCorpus, readCorpus } from '@mailroom/classifier';
import { compareLetters, twinKeys } from '@mailroom/indexer';
import { createOpener } from '@mailroom/ingest';
import { createReader } from '@mailroom/ocr';
import { type Delivered, readDeliveries } from './twice/read-deliveries.ts';
import { timeLookups } from './twice/time-lookups.ts';

/*
 * How well the same letter is found when it comes twice, and how long looking for it takes:
 *   npm run -s bench twice -- [--letters 40] [--from 0] [--stored 100000]
 * Letters are rendered as scans and faxes and really recognised. Pairs: a letter and its fax; a letter and one in
 * which a single digit differs; two letters of different people.
 */

const { values } = parseArgs({
  options: {
    letters: { type: 'string', default: '40' },
    from: { type: 'string', default: '0' },
    stored: { type: 'string', default: '100000' },
  },
});
const [count, from] = [Number(values.letters), Number(values.from)];
const fixtures = join(dirname(import.meta.dirname), 'fixtures', 'letters', 'f01.txt');
const written = parseCorpus(readFileSync(fixtures, 'utf8'), 'f01');
const corpus = readCorpus().filter((_, index) => index % 59 === from % 59);
const letters = [...written.slice(from, from + Math.ceil(count / 2)), ...corpus].slice(0, count);

await using stack = new AsyncDisposableStack();
const opener = createOpener();
stack.defer(() => opener.close());
const reader = await createReader({ engine: 'auto', languages: 'deu', workers: 2 });
stack.defer(() => reader.close());
const delivered: Delivered[] = [];
for (const [turn, letter] of letters.entries())
  delivered.push(...(await readDeliveries(letter, turn, { opener, reader })));

const verdicts = new Map<string, Record<string, number>>();
let compared = 0;
let spentMs = 0;
let sharing = 0;
const keys = new Map(delivered.map((one) => [one, twinKeys(one.print, null)]));
for (const [index, one] of delivered.entries()) {
  for (const other of delivered.slice(index + 1)) {
    const startedAt = performance.now();
    const likeness = compareLetters(one.print, other.print);
    spentMs += performance.now() - startedAt;
    compared += 1;
    const kind = kindOf(one, other);
    verdicts.set(kind, { ...verdicts.get(kind), [likeness]: (verdicts.get(kind)?.[likeness] ?? 0) + 1 });
    if (kind === 'a letter and its fax' && keys.get(one)?.some((key) => keys.get(other)?.includes(key)))
      sharing += 1;
  }
}
print(['', 'same', 'alike', 'different']);
for (const [kind, { same = 0, alike = 0, different = 0 }] of verdicts)
  print([kind, ...[same, alike, different].map(String)]);
const copies = verdicts.get('a letter and its fax') ?? {};
const found = copies['same'] ?? 0;
const taken = [...verdicts.values()].reduce((sum, one) => sum + (one['same'] ?? 0), 0);
const all = Object.values(copies).reduce((sum, one) => sum + one, 0);
process.stdout.write(
  `one piece of work: precision ${percent(found, taken)}, recall ${percent(found, all)}; ` +
    `linked at all: ${percent(found + (copies['alike'] ?? 0), all)}; sharing a key: ${percent(sharing, all)}\n` +
    `${(spentMs / compared).toFixed(2)} ms a comparison\n`,
);
const { lookup, claim } = await timeLookups(Number(values.stored));
for (const [name, ms] of Object.entries({ lookup, claim })) {
  const [p50 = 0, p95 = 0] = [0.5, 0.95].map((share) => ms[Math.floor(ms.length * share)]);
  process.stdout.write(
    `${name} among ${values.stored} letters: median ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms\n`,
  );
}

function kindOf(one: Delivered, other: Delivered): string {
  if (one.letter !== other.letter) return 'letters of two people';
  return one.kind === 'changed' || other.kind === 'changed' ? 'one digit differs' : 'a letter and its fax';
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
}

function print([first = '', ...cells]: readonly string[]): void {
  process.stdout.write(`${first.padEnd(24)}${cells.map((cell) => cell.padStart(11)).join('')}\n`);
}
