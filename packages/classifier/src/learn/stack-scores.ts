import type { LetterFeatures, Vector } from '../features/letter-features.ts';
import { bestSentenceInputs } from './best-sentence-inputs.ts';
import { cancellationInputs } from './cancellation-inputs.ts';
import type { LetterScores } from './letter-scores.ts';
import { logit, sigmoid } from './linear-model.ts';

/** What the sentences and the whole letter say about one intent. */
export interface IntentSummary {
  /** Log odds, between -7 and 7: of the best sentence, the second best, any of them, the whole letter. */
  readonly best: number;
  readonly second: number;
  readonly any: number;
  readonly whole: number;
  /** Where the best sentence stands, 0 to 1. */
  readonly position: number;
  /** Whether the best sentence is the subject line. */
  readonly inSubject: boolean;
}

export function summarise(scores: LetterScores, features: LetterFeatures, intent: number): IntentSummary {
  const all = scores.sentences.map((sentence) => sentence[intent] ?? -9);
  const ranked = [...all].sort((a, b) => b - a);
  const bestAt = all.indexOf(ranked[0] ?? 0);
  return {
    best: bound(ranked[0] ?? -9),
    second: bound(ranked[1] ?? -9),
    any: anyOf(scores.sentences, intent),
    whole: bound(scores.whole[intent] ?? -9),
    position: Math.max(0, bestAt) / Math.max(1, all.length),
    inSubject: features.sentences[bestAt]?.part === 'subject',
  };
}

/** The inputs of the combining model for one intent. */
export interface StackedVector extends Vector {
  /** The most that a reader says for the intent, log odds. */
  readonly most: number;
}

/**
 * The inputs of the combining model, one vector per intent. All intents share one set of weights, and each has
 * small ones of its own beside it: with a few dozen letters per intent, most of what can be learned is common.
 */
export function stackScores(
  scores: LetterScores,
  features: LetterFeatures,
  intents: readonly string[],
): StackedVector[] {
  const summaries = Array.from({ length: intents.length }, (_, intent) =>
    summarise(scores, features, intent),
  );
  const anyInNet = Array.from({ length: intents.length }, (_, intent) => anyOf(scores.net.sentences, intent));
  const shared = [1, ...describeLetter(scores, features, summaries)];
  return summaries.map((summary, intent) => {
    const own = [
      ...ownInputs(summary, summaries, intent),
      ...bestSentenceInputs(scores, features, intent),
      ...netInputs(scores, anyInNet, summary, intent),
    ];
    const special = intents[intent] === 'cancellation' ? cancellationInputs(scores, features, intent) : [];
    const cross = summaries.flatMap((other, index) =>
      index === intent ? [0, 0] : [other.any / 4, other.whole / 4],
    );
    const named: [number, number][] = [
      ...own.map((value, index): [number, number] => [index, value]),
      ...own.map((value, index): [number, number] => [1000 + intent * 100 + index, value * ownScale]),
      ...cross.map((value, index): [number, number] => [10_000 + intent * 100 + index, value * crossScale]),
      ...special.map((value, index): [number, number] => [30_000 + index, value]),
      ...shared.map((value, index): [number, number] => [20_000 + intent * 100 + index, value * ownScale]),
    ];
    const net = [...scores.net.sentences, scores.net.whole];
    const most = net.reduce(
      (so, said) => Math.max(so, said[intent] ?? -9),
      Math.max(summary.best, summary.whole),
    );
    return { names: named.map(([name]) => name), values: named.map(([, value]) => value), most };
  });
}

const ownScale = 0.6;
const crossScale = 0.3;

function ownInputs(summary: IntentSummary, all: readonly IntentSummary[], intent: number): number[] {
  const rivals = all.filter((_, index) => index !== intent);
  const rivalAny = Math.max(...rivals.map(({ any }) => any));
  const rivalWhole = Math.max(...rivals.map(({ whole }) => whole));
  return [
    summary.best / 4,
    summary.second / 4,
    summary.any / 4,
    summary.whole / 4,
    sigmoid(summary.best),
    sigmoid(summary.whole),
    rivalAny / 4,
    rivalWhole / 4,
    summary.any > rivalAny ? 1 : 0,
    summary.whole > rivalWhole ? 1 : 0,
    summary.inSubject ? sigmoid(summary.best) : 0,
  ];
}

/** What the net says of an intent, how far it agrees with the linear models, and the likeliest other intent. */
function netInputs(
  { net }: LetterScores,
  any: readonly number[],
  { best: linear }: IntentSummary,
  intent: number,
): number[] {
  const all = net.sentences.map((sentence) => sentence[intent] ?? -9).sort((a, b) => b - a);
  const best = bound(all[0] ?? -9);
  const whole = bound(net.whole[intent] ?? -9);
  const rivals = any.filter((_, other) => other !== intent);
  return [
    best / 4,
    bound(all[1] ?? -9) / 4,
    (any[intent] ?? -7) / 4,
    whole / 4,
    sigmoid(best),
    sigmoid(whole),
    Math.max(-7, ...rivals) / 4,
    (best + linear) / 8,
  ];
}

/** Log odds that any of the sentences shows an intent. */
const anyOf = (sentences: readonly Float32Array[], intent: number): number =>
  bound(logit(1 - sentences.reduce((none, sentence) => none * (1 - sigmoid(sentence[intent] ?? -9)), 1)));

/** What is common to all intents of a letter: its length, and whether it asks something that no intent explains. */
function describeLetter(
  scores: LetterScores,
  features: LetterFeatures,
  summaries: readonly IntentSummary[],
): number[] {
  const asking = scores.sentences.map((sentence) => sigmoid(sentence[summaries.length] ?? -9));
  return [
    Math.log(1 + scores.sentences.length) / 4,
    Math.max(0, ...asking),
    unexplained(scores, summaries.length),
    features.concepts.has('address-full') ? 1 : 0,
    features.concepts.has('iban') ? 1 : 0,
  ];
}

/** The most that a sentence seems to ask without showing any intent. */
export function unexplained(scores: LetterScores, intents: number): number {
  return scores.sentences.reduce((most, sentence) => {
    const shown = Math.max(...sentence.subarray(0, intents));
    return Math.max(most, sigmoid(sentence[intents] ?? -9) * (1 - sigmoid(shown)));
  }, 0);
}

const bound = (score: number): number => Math.min(7, Math.max(-7, score));

/** The inputs of the ordering model, one vector per intent: what comes first, and loudest, matters most. */
export function orderInputs(scores: LetterScores, features: LetterFeatures, intents: number): Vector[] {
  return Array.from({ length: intents }, (_, intent) => {
    const summary = summarise(scores, features, intent);
    const values = [1, summary.any / 4, summary.whole / 4, summary.position, summary.inSubject ? 1 : 0, 0.6];
    return { names: [0, 1, 2, 3, 4, 100 + intent], values };
  });
}
