import { addNoise, type CorpusLetter, readCorpus } from '@mailroom/classifier';
import { type CustomerLookup, defaultCalendar, type FieldName, type Letter } from '@mailroom/core';
import { makeCustomers, seededRandom } from '@mailroom/fixtures/customers';
import { customersInMemory, extractFields, matchAccount } from '@mailroom/indexer';
import { same } from '../same-value.ts';
import { addCount, type Counts, noCounts, printCounts } from './counts.ts';

/** Customers beside those of an author's letters, among them namesakes, families and near numbers. */
const customersPerAuthor = 4_000;

/**
 * How right accounts and fields are over the letters of the corpus, as written and as recognition spoils them. Each
 * author has a customer base of its own, since authors invented the same numbers; the intents are the true ones.
 * The signs of dates and sums were weighed on these letters: on new ones those fields are found less often.
 */
export async function judgeCorpus(tell: (sentence: string) => void): Promise<void> {
  const authors = Map.groupBy(readCorpus(), (letter) => letter.author);
  for (const quality of ['clean', 'noisy'] as const) {
    const counts = noCounts();
    for (const [author, letters] of authors) {
      const lookup = customersInMemory(makeCustomers(letters, customersPerAuthor, author));
      for (const letter of letters) await judge(letter, quality, lookup, counts);
    }
    printCounts(quality, counts, tell);
  }
}

async function judge(
  letter: CorpusLetter,
  quality: 'clean' | 'noisy',
  lookup: CustomerLookup,
  counts: Counts,
) {
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
  const found = extractFields(read, { intents, shapes, calendar: defaultCalendar });
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
