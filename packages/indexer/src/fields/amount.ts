import type { Field } from '@mailroom/core';
import { amountCues } from './amount-cues.ts';
import { findAmounts, type WrittenAmount } from './amounts.ts';
import { choose, type SignWeights } from './choose.ts';
import { type Candidate, signsOf } from './signs.ts';

/** The sum the letter is about, as "49.90". */
export const amount = (text: string, intents: readonly string[], weights: SignWeights): Field | undefined =>
  choose(findSums(text, intents), weights);

/** Every sum of a letter; without wishes, of one about a bill. */
export function* findSums(text: string, wishes: readonly string[]): Generator<Candidate> {
  const intents = wishes.length > 0 ? wishes : ['invoice-dispute'];
  const all = findAmounts(text);
  const sizes = sizesOf(all);
  for (const [place, sum] of all.entries()) {
    const cues = [...sizeCues(sum, sizes), ...cuesAround(sum, text)];
    const signs = signsOf(sum, cues, { text, intents, place, of: all.length });
    yield { value: sum.value, words: sum.words, signs };
  }
}

interface Sizes {
  readonly largest: number;
  readonly least: number;
  /** How often each value stands in the letter. */
  readonly times: ReadonlyMap<string, number>;
}

function sizesOf(all: readonly WrittenAmount[]): Sizes {
  const sizes = { largest: 0, least: Number.POSITIVE_INFINITY, times: new Map<string, number>() };
  for (const { value } of all) {
    sizes.largest = Math.max(sizes.largest, Number(value));
    sizes.least = Math.min(sizes.least, Number(value));
    sizes.times.set(value, (sizes.times.get(value) ?? 0) + 1);
  }
  return sizes;
}

const sizeCues = ({ value }: WrittenAmount, { largest, least, times }: Sizes): string[] => [
  `size:${Math.floor(Math.log2(Number(value) + 1))}`,
  `largest:${Number(value) === largest}`,
  `least:${Number(value) === least}`,
  `again:${(times.get(value) ?? 0) > 1}`,
];

function cuesAround({ start, end }: WrittenAmount, text: string): string[] {
  const before = text.slice(Math.max(0, start - 70), start);
  const after = text.slice(end, end + 60);
  return amountCues
    .filter((cue) => cue.before?.test(before) || cue.after?.test(after))
    .map(({ name }) => name);
}
