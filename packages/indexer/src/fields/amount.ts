import type { Field } from '@mailroom/core';
import { cues } from './amount-cues.ts';
import { findAmounts, type WrittenAmount } from './amounts.ts';
import { choose, type SignWeights } from './choose.ts';
import { type Candidate, signsOf } from './signs.ts';

/** The sum the letter is about, as "49.90". */
export const amount = (text: string, intents: readonly string[], weights: SignWeights): Field | undefined =>
  choose(findSums(text, intents), weights);

/** Every sum of a letter; without wishes, of one about a bill. */
export function findSums(text: string, wishes: readonly string[]): readonly Candidate[] {
  const intents = wishes.length > 0 ? wishes : ['invoice-dispute'];
  const all = findAmounts(text);
  return all.map((sum) => ({
    value: sum.value,
    words: sum.words,
    signs: signsOf(sum, [...sizeCues(sum, all), ...cuesAround(sum, text)], { text, intents, all }),
  }));
}

function sizeCues({ value }: WrittenAmount, all: readonly WrittenAmount[]): string[] {
  const euros = Number(value);
  return [
    `size:${Math.floor(Math.log2(euros + 1))}`,
    `largest:${all.every((other) => Number(other.value) <= euros)}`,
    `least:${all.every((other) => Number(other.value) >= euros)}`,
    `again:${all.filter((other) => other.value === value).length > 1}`,
  ];
}

function cuesAround({ start, end }: WrittenAmount, text: string): string[] {
  const before = text.slice(Math.max(0, start - 70), start);
  const after = text.slice(end, end + 60);
  return cues.filter((cue) => cue.before?.test(before) || cue.after?.test(after)).map(({ name }) => name);
}
