import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CorpusLetter, readCorpus } from '@mailroom/classifier';
import { seededRandom } from '@mailroom/fixtures';
import { compareStack, cutFrom, features, togetherTo } from '@mailroom/ingest';
import { type Example, fitLogistic, probability } from './fit.ts';
import { stackOfLetters } from './stack-of-letters.ts';
import { readTypeset } from './typeset-reading.ts';

/*
 * Fits the first-page model on stacks of typeset letters and prints what it does with authors it has not seen:
 *   node bench/separation/train.ts [--write]
 */

const lettersAStack = 60;
/** How often each letter is set, each time in another look. */
const rounds = 3;
const authors = [...new Set(letters().map(({ author }) => author))];

const byAuthor = new Map(
  authors.map((author) => [
    author,
    examplesOf(
      letters().filter((one) => one.author === author),
      author,
    ),
  ]),
);
const judged = authors.flatMap((author) => {
  const weights = fitLogistic(
    [...byAuthor].flatMap(([other, examples]) => (other === author ? [] : examples)),
  );
  return (byAuthor.get(author) ?? []).map(({ inputs, is }) => ({ is, chance: probability(weights, inputs) }));
});
report(judged);
const weights = fitLogistic([...byAuthor.values()].flat());
for (const [at, name] of features.entries())
  process.stdout.write(`  ${name} ${(weights[at + 1] ?? 0).toFixed(2)}\n`);
if (process.argv.includes('--write')) write(weights);

/** Faxes and mails never lie in a tray. */
function letters(): readonly CorpusLetter[] {
  return readCorpus().filter(({ channel }) => channel === 'letter');
}

function examplesOf(own: readonly CorpusLetter[], author: string): Example[] {
  const random = seededRandom(`first-page ${author}`);
  const mixed = own
    .map((letter) => ({ letter, at: random.next() }))
    .toSorted((one, other) => one.at - other.at);
  const examples: Example[] = [];
  for (let from = 0; from < rounds * mixed.length; from += lettersAStack) {
    const start = from % mixed.length;
    const stack = stackOfLetters(
      mixed.slice(start, start + lettersAStack).map(({ letter }) => letter),
      random,
    );
    const read = stack.map(({ page }, index) => readTypeset(page, index + 1, random));
    for (const { page, found } of compareStack(read)) {
      examples.push({ inputs: features.map((name) => found[name]), is: stack[page - 1]?.begins ?? false });
    }
  }
  return examples;
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

/** What each sign weighs, in units of log odds. Written by "node bench/separation/train.ts --write". */
export const firstPageModel: { readonly bias: number; readonly weights: Readonly<Record<Feature, number>> } = {
  bias: ${bias.toFixed(3)},
  weights: {
${rows.join('\n')}
  },
};
`,
  );
}
