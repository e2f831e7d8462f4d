import type { Field } from '@mailroom/core';
import type { Candidate } from './signs.ts';

/** How far each sign speaks for a candidate, in log odds; learned by train/fit-weights.ts. */
export type SignWeights = ReadonlyMap<string, number>;

/**
 * A value with less is only mentioned. At nought, of authors that were not learned from, 1 or 2 in a hundred fewer
 * are found and 2 fewer of those found are wrong: a wrong one is seen and mended, a missing one must be looked for.
 */
const leastScore = -0.5;

/** The value for which most speaks, in the words of the strongest of its candidates. */
export function choose(candidates: Iterable<Candidate>, weights: SignWeights): Field | undefined {
  const values = new Map<
    string,
    { readonly words: string; readonly highest: number; readonly odds: number }
  >();
  // One by one: a long list may hold thousands, each with hundreds of signs.
  for (const { value, words, signs } of candidates) {
    if (value === null) continue;
    const score = scoreOf(signs, weights);
    const before = values.get(value) ?? { words, highest: score, odds: 0 };
    const isHigher = score > before.highest;
    values.set(value, {
      words: isHigher ? words : before.words,
      highest: Math.max(score, before.highest),
      odds: before.odds + Math.exp(score),
    });
  }
  const [best] = [...values].sort(([, one], [, other]) => other.odds - one.odds);
  if (!best || Math.log(best[1].odds) < leastScore) return undefined;
  return { value: best[0], words: best[1].words };
}

export const scoreOf = (signs: Candidate['signs'], weights: SignWeights): number =>
  [...signs].reduce((sum, [sign, strength]) => sum + strength * (weights.get(sign) ?? 0), 0);
