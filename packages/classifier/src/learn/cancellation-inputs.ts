import type { LetterFeatures } from '../features/letter-features.ts';
import type { LetterScores } from './letter-scores.ts';

const named = ['end-cancel-verb', 'end-cancel-noun', 'end-cancel-i'];
const ways = [
  ...named,
  'end-dissolve',
  'end-stop',
  'end-stellab',
  'end-not-longer',
  'end-take-off',
  'end-idiom',
];
const contexts = [
  'end-elsewhere',
  'end-scheduled',
  'end-confirm',
  'keep',
  'renew-withdraw',
  'revoke-verb',
  'no-wish',
];

/**
 * What decides about a cancellation besides the scores that every intent has: whether any words could end a contract
 * at all, whether the sentence that speaks for it holds them, and what else is spoken of. A letter without any such
 * words hardly ever cancels.
 */
export function cancellationInputs(
  scores: LetterScores,
  features: LetterFeatures,
  cancellation: number,
): number[] {
  const all = scores.sentences.map((sentence) => sentence[cancellation] ?? -9);
  const best = new Set(features.meant[all.indexOf(Math.max(...all))] ?? []);
  const ending = all.filter((_, index) => features.meant[index]?.some((name) => ways.includes(name)));
  return [
    ending.length > 0 ? 1 : 0,
    Math.min(4, ending.length) / 4,
    Math.min(7, Math.max(-7, ...ending)) / 4,
    ...ways.map((name) => (best.has(name) ? 1 : 0)),
    named.some((name) => features.concepts.has(name)) ? 1 : 0,
    ...contexts.map((name) => (features.concepts.has(name) ? 1 : 0)),
    ...contexts.map((name) => (best.has(name) ? 1 : 0)),
  ];
}
