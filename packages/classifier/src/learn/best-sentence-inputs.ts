import { cueNames, quotedBit } from '../features/cues.ts';
import type { LetterFeatures } from '../features/letter-features.ts';
import type { LetterScores } from './letter-scores.ts';
import { sigmoid } from './linear-model.ts';

const turns: readonly number[] = [
  ...['not', 'if', 'would', 'past', 'they', 'threat', 'maybe', 'back', 'others', 'self', 'now', 'ask'].map(
    (name) => 1 << cueNames.indexOf(name),
  ),
  quotedBit,
];

/**
 * How the sentence that speaks most for an intent is said (negated, threatened, quoted, ...), and whether it speaks
 * more for another one: then that other wish explains it.
 */
export function bestSentenceInputs(scores: LetterScores, features: LetterFeatures, intent: number): number[] {
  const all = scores.sentences.map((sentence) => sentence[intent] ?? -9);
  const best = all.indexOf(Math.max(...all));
  const bits = features.cues[best] ?? 0;
  const strength = sigmoid(all[best] ?? -9);
  return [
    ...turns.map((bit) => ((bits & bit) !== 0 ? strength : 0)),
    clamp((all[best] ?? -9) - rivalIn(scores.sentences[best], intent)) / 4,
    clamp(bestWhereAhead(scores, all, intent)) / 4,
    clamp(bestPlain(features, all)) / 4,
    Math.log(1 + all.filter((score) => score > -1).length),
  ];
}

/** The highest score that a sentence gives to another intent; the last target is no intent. */
function rivalIn(sentence: Float32Array | undefined, intent: number): number {
  return (sentence ?? new Float32Array(0)).reduce(
    (most, score, index, whole) =>
      index === intent || index === whole.length - 1 ? most : Math.max(most, score),
    -9,
  );
}

/** The best score among the sentences that speak for no other intent more. */
function bestWhereAhead({ sentences }: LetterScores, all: readonly number[], intent: number): number {
  return all.reduce(
    (most, score, index) => (score > rivalIn(sentences[index], intent) ? Math.max(most, score) : most),
    -7,
  );
}

const turned = turns.filter((_, index) => index < 8).reduce((all, bit) => all | bit, quotedBit);

/** The best score among the sentences that nothing turns. */
function bestPlain({ cues }: LetterFeatures, all: readonly number[]): number {
  return all.reduce(
    (most, score, index) => (((cues[index] ?? 0) & turned) === 0 ? Math.max(most, score) : most),
    -7,
  );
}

const clamp = (score: number): number => Math.min(7, Math.max(-7, score));
