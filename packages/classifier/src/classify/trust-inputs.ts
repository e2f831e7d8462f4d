import { cueNames, quotedBit } from '../features/cues.ts';
import type { LetterFeatures } from '../features/letter-features.ts';
import type { TextScores } from '../learn/conv/conv-net.ts';
import type { LetterScores } from '../learn/letter-scores.ts';
import { logit, sigmoid } from '../learn/linear-model.ts';
import { unexplained } from '../learn/stack-scores.ts';
import type { Decision } from './decide.ts';

/** What a decision about a letter rests on. */
export interface Grounds {
  readonly probabilities: readonly number[];
  readonly decision: Decision;
  readonly scores: LetterScores;
  readonly features: LetterFeatures;
  readonly intents: readonly string[];
}

/**
 * What tells a decision that can be trusted from one that cannot: how clear it is, whether something asked is left
 * over, whether the sentences and the letter as a whole agree, and how much is negated, quoted or conditional.
 */
export function trustInputs(grounds: Grounds): number[] {
  return [
    1,
    ...clarity(grounds),
    ...leftOver(grounds),
    ...agreement(grounds, grounds.scores),
    ...agreement(grounds, grounds.scores.net),
    ...turns(grounds.features),
    // How much the letter reads like one of those that were written to mislead.
    (grounds.scores.whole[grounds.intents.length] ?? 0) / 4,
    (grounds.scores.net.whole[grounds.intents.length] ?? 0) / 4,
  ];
}

function clarity({ probabilities, decision, intents }: Grounds): number[] {
  const chosen = decision.chosen.map((intent) => probabilities[intent] ?? 0);
  const rest = restOf(probabilities, decision, intents);
  return [
    bounded(decision.confidence),
    bounded(Math.min(...chosen)),
    bounded(rest[0] ?? 0),
    bounded(rest[1] ?? 0),
    rest.reduce((sum, probability) => sum + probability, 0),
    decision.chosen.length === 2 ? 1 : 0,
    decision.chosen.length > 2 ? 1 : 0,
    decision.chosen.includes(intents.indexOf('other')) ? 1 : 0,
  ];
}

/** Probabilities of the intents that were not chosen, highest first; `other` is not a wish of its own. */
function restOf(probabilities: readonly number[], decision: Decision, intents: readonly string[]): number[] {
  const other = intents.indexOf('other');
  const rest = probabilities.filter((_, intent) => intent !== other && !decision.chosen.includes(intent));
  return rest.sort((a, b) => b - a);
}

function leftOver({ decision, scores, features, intents }: Grounds): number[] {
  const chosen = new Set(decision.chosen.map((intent) => intents[intent]));
  const asking = scores.sentences.map((sentence) => sentence[intents.length] ?? -9);
  const unserved = scores.sentences.map(
    (sentence, index) =>
      sigmoid(asking[index] ?? -9) *
      (1 - Math.max(...decision.chosen.map((intent) => sigmoid(sentence[intent] ?? -9)))),
  );
  return [
    unexplained(scores, intents.length),
    Math.max(0, ...unserved),
    unserved.reduce((sum, one) => sum + one, 0) / 4,
    features.concepts.has('address-full') && !chosen.has('address-change') ? 1 : 0,
    features.concepts.has('iban') && !chosen.has('bank-details') ? 1 : 0,
    features.concepts.has('also') ? 1 : 0,
    features.concepts.has('no-wish') ? 1 : 0,
  ];
}

/** Whether what one kind of reader says of the letter and of its sentences agrees with the decision. */
function agreement({ probabilities, decision }: Grounds, scores: TextScores): number[] {
  const whole = scores.whole.subarray(0, probabilities.length);
  const best = probabilities.map((_, intent) =>
    scores.sentences.reduce((most, sentence) => Math.max(most, sentence[intent] ?? -9), -9),
  );
  const first = decision.chosen[0] ?? 0;
  const wholeRank = rankOf(whole, first);
  return [
    wholeRank === 0 ? 1 : 0,
    rankOf(best, first) === 0 ? 1 : 0,
    sigmoid(scores.whole[first] ?? -9),
    sigmoid(best[first] ?? -9),
    best.filter((score, intent) => sigmoid(score) > 0.2 && !decision.chosen.includes(intent)).length / 2,
    [...whole].filter((score, intent) => sigmoid(score) > 0.2 && !decision.chosen.includes(intent)).length /
      2,
  ];
}

function turns(features: LetterFeatures): number[] {
  const share = (bit: number): number =>
    features.cues.filter((bits) => (bits & bit) !== 0).length / Math.max(4, features.cues.length);
  const named = ['not', 'if', 'would', 'they', 'threat', 'back', 'ask'].map((name) =>
    share(1 << cueNames.indexOf(name)),
  );
  return [...named, share(quotedBit), Math.log(1 + features.cues.length) / 4];
}

function rankOf(scores: Iterable<number>, intent: number): number {
  const all = [...scores];
  return all.filter((score) => score > (all[intent] ?? 0)).length;
}

const bounded = (probability: number): number => Math.max(-6, Math.min(6, logit(probability))) / 4;
