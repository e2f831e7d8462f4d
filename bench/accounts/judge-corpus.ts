import { addNoise, type CorpusLetter, readCorpus } from '@mailroom/classifier';
import { type CustomerLookup, defaultCalendar, type FieldName, type Letter } from '@mailroom/core';
import { makeCustomers, seededRandom } from '@mailroom/fixtures/customers';
import { customersInMemory, extractFields, type FieldWeights, matchAccount } from '@mailroom/indexer';
import { learnFields } from '@mailroom/indexer/train';
import { same } from '../same-value.ts';
import { addCount, type Counts, noCounts, printCounts } from './counts.ts';

/** Customers beside those of an author's letters, among them namesakes, families and near numbers. */
const customersPerAuthor = 4_000;

/** Dates and sums of an author are chosen by weights that were learned without a fifth of the authors, this one among them. */
const folds = 5;

/**
 * How right accounts and fields are over the letters of the corpus, as written and as recognition spoils them. Each
 * author has a customer base of its own, since authors invented the same numbers; the intents are the true ones.
 */
export async function judgeCorpus(tell: (sentence: string) => void): Promise<void> {
  const letters = readCorpus();
  const authors = [...Map.groupBy(letters, ({ author }) => author)];
  const foldOf = new Map(authors.map(([author], index) => [author, index % folds]));
  const weights = Array.from({ length: folds }, (_, fold) =>
    learnFields(letters.filter(({ author }) => foldOf.get(author) !== fold)),
  );
  for (const quality of ['clean', 'noisy'] as const) {
    const counts = noCounts();
    for (const [author, own] of authors) {
      const lookup = customersInMemory(makeCustomers(own, customersPerAuthor, author));
      const unseen = weights[foldOf.get(author) ?? 0] as FieldWeights;
      for (const letter of own) await judge(letter, quality, { lookup, weights: unseen, counts });
    }
    printCounts(quality, counts, tell);
  }
}

interface Judging {
  readonly lookup: CustomerLookup;
  readonly weights: FieldWeights;
  readonly counts: Counts;
}

async function judge(letter: CorpusLetter, quality: 'clean' | 'noisy', { lookup, weights, counts }: Judging) {
  const read: Letter = {
    channel: letter.channel,
    text: quality === 'clean' ? letter.text : spoilt(letter),
    receivedAt: new Date(`${letter.receivedOn}T09:00:00Z`),
  };
  const { account, doubt } = await matchAccount(read, lookup);
  judgeAccount(
    letter,
    doubt === undefined ? (account?.customerNumber ?? null) : null,
    account?.customerNumber,
    counts,
  );
  const intents = letter.intents.map(({ intent }) => intent);
  const shapes = await lookup.numberShapes();
  const found = extractFields(read, { intents, shapes, calendar: defaultCalendar, weights });
  for (const name of new Set([
    ...letter.fields.map((one) => one.name),
    ...(Object.keys(found) as FieldName[]),
  ])) {
    judgeField(letter, name, found[name]?.value, counts);
  }
}

/** A mail is not recognised, so nothing in it is misread. */
function spoilt({ id, channel, text }: CorpusLetter): string {
  if (channel === 'email') return text;
  return addNoise(text, channel === 'fax' ? 0.015 : 0.006, seededRandom(id).next).text;
}

function judgeAccount(
  letter: CorpusLetter,
  linked: string | null,
  guess: string | undefined,
  counts: Counts,
): void {
  const truth = letter.account?.customerNumber ?? null;
  const mistake = `account ${letter.id}: ${linked ?? `(a person decides; guess ${guess ?? 'none'})`} instead of ${truth ?? 'none'}`;
  addCount(counts, letter.kind, 'account', {
    wanted: truth,
    given: linked,
    right: linked === truth,
    mistake,
  });
}

function judgeField(letter: CorpusLetter, name: FieldName, given: string | undefined, counts: Counts): void {
  const wanted = letter.fields.filter((one) => one.name === name).map(({ value }) => value);
  const right = given !== undefined && wanted.some((one) => same(name, one, given));
  const mistake = `${name} ${letter.id}: ${given ?? '-'} instead of ${wanted.join(' or ') || '-'}`;
  addCount(counts, letter.kind, name, { wanted: wanted[0] ?? null, given: given ?? null, right, mistake });
}
