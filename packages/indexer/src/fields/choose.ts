import type { Field } from '@mailroom/core';
import type { Candidate } from './signs.ts';

/** How far each sign speaks for a candidate, in log odds; learned by train/fit-weights.ts. */
export type SignWeights = ReadonlyMap<string, number>;

/**
 * A candidate with less is only mentioned. At nought, of authors that were not learned from, 1 or 2 in a hundred fewer values
 * are found and 2 fewer of those found are wrong: a wrong one is seen and mended, a missing one must be looked for.
 */
const leastScore = -0.5;

/** The candidate that most speaks for; the first of several. */
export function choose(candidates: Iterable<Candidate>, weights: SignWeights): Field | undefined {
  let best: { readonly value: string | null; readonly words: string } | undefined;
  let highest = leastScore;
  // One by one: a long list may hold thousands, each with hundreds of signs.
  for (const { value, words, signs } of candidates) {
    const score = scoreOf(signs, weights);
    if (best ? score <= highest : score < leastScore) continue;
    best = { value, words };
    highest = score;
  }
  return best && best.value !== null ? { value: best.value, words: best.words } : undefined;
}

export const scoreOf = (signs: Candidate['signs'], weights: SignWeights): number =>
  [...signs].reduce((sum, [sign, strength]) => sum + strength * (weights.get(sign) ?? 0), 0);
