import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type CorpusLetter, readCorpus } from '@mailroom/classifier';
import { seededRandom } from '@mailroom/fixtures';
import { compareStack, cutFrom, features, togetherTo } from '@mailroom/ingest';
import { type Example, fitLogistic, probability } from './fit.ts';
import { loadStack, type ReadStack } from './stack-file.ts';
import { stackOfLetters } from './stack-of-letters.ts';
import { readTypeset } from './typeset-reading.ts';

/*
 * Fits the first-page model on stacks that were really recognised (see read-stacks.ts) and on more that were only
 * typeset, and prints what it does with recognised stacks of authors it has not seen:
 *   node bench/separation/train.ts FOLDER [--write]
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('Name the folder with the stacks that were read.');

const typesetStacks = 3;
const lettersAStack = 25;
/** A page that was really recognised says more than one that was typeset, and there are fewer of them. */
const timesCounted = 3;
const ridge = 0.3;

/** Faxes and mails never lie in a tray. */
const letters = readCorpus().filter(({ channel }) => channel === 'letter');
const recognised = examplesByAuthor(readRecognised(folder));
const typeset = examplesByAuthor([...recognised.keys()].flatMap((author) => readAllTypeset(author)));
const judged = [...recognised].flatMap(([author, examples]) => {
  const weights = fitWithout(author);
  return examples.map(({ inputs, is }) => ({ is, chance: probability(weights, inputs) }));
});
report(judged);
const weights = fitWithout(undefined);
for (const [at, name] of features.entries())
  process.stdout.write(`  ${name} ${(weights[at + 1] ?? 0).toFixed(2)}\n`);
if (values.write) write(weights);

function readRecognised(from: string): readonly ReadStack[] {
  const names = readdirSync(from).filter((name) => name.endsWith('.json.gz'));
  return names.sort().flatMap((name) => loadStack(join(from, name)) ?? []);
}

function readAllTypeset(author: string): readonly ReadStack[] {
  const random = seededRandom(`typeset ${author}`);
  const own = letters.filter((letter) => letter.author === author);
  return Array.from({ length: typesetStacks }, () => {
    const chosen = Array.from({ length: lettersAStack }, (): CorpusLetter => random.pick(own));
    const pages = stackOfLetters(chosen, random);
    const read = pages.map(({ page }, index) => readTypeset(page, index + 1, random));
    return { author, begins: pages.map(({ begins }) => begins), read };
  });
}

function examplesOf({ begins, read }: ReadStack): readonly Example[] {
  return compareStack(read).map(({ page, found }) => ({
    inputs: features.map((name) => found[name]),
    is: begins[page - 1] ?? false,
  }));
}

function examplesByAuthor(stacks: readonly ReadStack[]): ReadonlyMap<string, readonly Example[]> {
  const examples = new Map<string, readonly Example[]>();
  for (const stack of stacks)
    examples.set(stack.author, [...(examples.get(stack.author) ?? []), ...examplesOf(stack)]);
  return examples;
}

function fitWithout(author: string | undefined): number[] {
  const others = (by: ReadonlyMap<string, readonly Example[]>) =>
    [...by].flatMap(([name, examples]) => (name === author ? [] : examples));
  const counted = Array.from({ length: timesCounted }, () => others(recognised)).flat();
  return fitLogistic([...counted, ...others(typeset)], ridge);
}

function report(all: readonly { readonly is: boolean; readonly chance: number }[]): void {
  const count = (test: (one: (typeof all)[number]) => boolean) => all.filter(test).length;
  const line = (name: string, value: string) => process.stdout.write(`${name.padEnd(44)}${value}\n`);
  const share = (part: number, of: number) =>
    `${part} of ${of} (${((100 * part) / Math.max(1, of)).toFixed(2)} %)`;
  const [begins, goesOn] = [count(({ is }) => is), count(({ is }) => !is)];
  line('pages judged, unseen authors', `${all.length}: ${begins} begin a letter, ${goesOn} do not`);
  const cut = count(({ chance }) => chance >= cutFrom);
  line(
    `cut (${cutFrom} and above)`,
    share(
      count(({ is, chance }) => is && chance >= cutFrom),
      begins,
    ),
  );
  line(
    '  of these wrongly',
    share(
      count(({ is, chance }) => !is && chance >= cutFrom),
      cut,
    ),
  );
  const kept = count(({ chance }) => chance <= togetherTo);
  line(
    'left together for sure',
    share(
      count(({ is, chance }) => !is && chance <= togetherTo),
      goesOn,
    ),
  );
  line(
    '  of these wrongly',
    share(
      count(({ is, chance }) => is && chance <= togetherTo),
      kept,
    ),
  );
  line('doubtful, for a person', share(all.length - cut - kept, all.length));
  for (let low = 0; low < 1; low += 0.1) {
    const bin = all.filter(({ chance }) => chance >= low && chance < low + 0.1);
    const mean = bin.reduce((sum, { chance }) => sum + chance, 0) / Math.max(1, bin.length);
    line(`  said ${mean.toFixed(3)}`, share(bin.filter(({ is }) => is).length, bin.length));
  }
}

function write([bias = 0, ...values]: readonly number[]): void {
  const rows = features.map((name, at) => `    ${name}: ${(values[at] ?? 0).toFixed(3)},`);
  const file = join(import.meta.dirname, '../../packages/ingest/src/stack/beginnings/first-page-model.ts');
  writeFileSync(
    file,
    `import type { Feature } from './compare-pages.ts';

/** What each sign weighs, in units of log odds. Written by "node bench/separation/train.ts FOLDER --write". */
export const firstPageModel: { readonly bias: number; readonly weights: Readonly<Record<Feature, number>> } = {
  bias: ${bias.toFixed(3)},
  weights: {
${rows.join('\n')}
  },
};
`,
  );
}
