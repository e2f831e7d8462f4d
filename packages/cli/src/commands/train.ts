import { type CorpusLetter, type Outcome, parseCorpus, readCorpus, readPhrases } from '@mailroom/classifier';
import type { Configuration } from '../configuration.ts';
import { type Learned, learn, mistakenCancellations, sentWrongly, workLeft } from '../learn.ts';
import { openMailroom } from '../mailroom.ts';
import { readInput } from '../read-input.ts';
import { table } from '../table.ts';

/** Trains on the letters that come along, those of `files`, and the desk's; prints what came of it. */
export async function trainModel(configuration: Configuration, files: readonly string[]): Promise<void> {
  const startedAt = performance.now();
  await using mailroom = await openMailroom(configuration);
  const rules = () => mailroom.rules.current().rulebook;
  const letters = [...readCorpus(), ...(await readLetters(files))];
  const learned = await learn(mailroom.database, rules, { letters, phrases: readPhrases() });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  process.stdout.write(`${describe(learned)}In ${seconds} s.\n`);
}

/** Letters in the format of the corpus. */
export async function readLetters(files: readonly string[]): Promise<readonly CorpusLetter[]> {
  const texts = await Promise.all(files.map(readInput));
  return texts.flatMap((text, index) => parseCorpus(text.toString('utf8'), files[index]));
}

function describe({ letters, labels, before, now, refusal }: Learned): string {
  const head = [
    `${now.outcome.letters} letters held back`,
    `before: ${before.version}`,
    `new: ${now.version}`,
  ];
  const rows = figures.map(([name, read]) => [name, read(before.outcome), read(now.outcome)]);
  const service =
    refusal === undefined
      ? `In service now: ${now.version}. "models use ${before.version}" takes that back.`
      : `Kept, but not in service: ${refusal}. "models use ${now.version}" takes it all the same.`;
  return `${letters} letters, ${labels} of them from the desk.\n${table(head, rows)}${service}\n`;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const figures: readonly (readonly [string, (outcome: Outcome) => string])[] = [
  ['wishes recognised (F1)', ({ f1 }) => percent(f1)],
  ['routed without a person', ({ routed }) => percent(routed)],
  ['sent to a wrong queue, of all', (outcome) => percent(sentWrongly(outcome))],
  ['work: in review + 10 x wrong queue', (outcome) => percent(workLeft(outcome))],
  ['cancellations mistaken', (outcome) => String(mistakenCancellations(outcome))],
];
