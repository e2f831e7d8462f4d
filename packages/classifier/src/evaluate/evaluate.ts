import type { Judgement } from './judge-letters.ts';

/** Precision, recall and F1 of one intent (or of all together), over all letters, also those in review. */
export interface Accuracy {
  readonly intent: string;
  readonly wanted: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** How a group of letters came out; shares are 0 to 1. */
export interface Outcome {
  readonly letters: number;
  readonly f1: number;
  /** The first intent is right. */
  readonly primaryRight: number;
  /** All intents are right and none is invented. */
  readonly allRight: number;
  /** Without doubt, so without a person. */
  readonly routed: number;
  /** Of the routed: an intent missing or invented. */
  readonly wrongOfRouted: number;
  /** Of the routed: the first intent is not one the letter carries. */
  readonly wrongQueueOfRouted: number;
  /** Letters routed with a cancellation that was none, or without one that was. */
  readonly inventedCancellations: number;
  readonly missedCancellations: number;
}

/** Of all intents given a confidence in [from, to), the share that is right. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly meanConfidence: number;
  readonly right: number;
}

export interface Evaluation {
  readonly all: Outcome;
  readonly everyday: Outcome;
  readonly hard: Outcome;
  readonly intents: readonly Accuracy[];
  readonly reliability: readonly ReliabilityBin[];
  /** The most confident mistakes: what was routed wrongly first. */
  readonly worst: readonly Judgement[];
}

export function evaluate(judgements: readonly Judgement[]): Evaluation {
  const ofKind = (kind: string): Judgement[] => judgements.filter(({ letter }) => letter.kind === kind);
  const names = [...new Set(judgements.flatMap((one) => [...wanted(one), ...given(one)]))].sort();
  return {
    all: summarise(judgements),
    everyday: summarise(ofKind('everyday')),
    hard: summarise(ofKind('hard')),
    intents: names.map((intent) => accuracyOf(intent, judgements)),
    reliability: reliabilityOf(judgements),
    worst: worstOf(judgements, 20),
  };
}

export const wanted = ({ letter }: Judgement): string[] => letter.intents.map(({ intent }) => intent);
export const given = ({ classification }: Judgement): string[] =>
  classification.intents.map(({ intent }) => intent);
const isRouted = ({ classification }: Judgement): boolean => classification.doubt === undefined;
const isPrimaryRight = (one: Judgement): boolean => given(one)[0] === wanted(one)[0];

function isAllRight(one: Judgement): boolean {
  const right = wanted(one);
  const said = given(one);
  return right.length === said.length && said.every((intent) => right.includes(intent));
}

function summarise(judgements: readonly Judgement[]): Outcome {
  const routed = judgements.filter(isRouted);
  const cancels = (intents: readonly string[]): boolean => intents.includes('cancellation');
  const pairs = judgements.flatMap((one) => given(one).map((intent) => wanted(one).includes(intent)));
  const right = pairs.filter(Boolean).length;
  const asked = judgements.reduce((sum, one) => sum + wanted(one).length, 0);
  return {
    letters: judgements.length,
    f1: share(2 * right, pairs.length + asked),
    primaryRight: share(judgements.filter(isPrimaryRight).length, judgements.length),
    allRight: share(judgements.filter(isAllRight).length, judgements.length),
    routed: share(routed.length, judgements.length),
    wrongOfRouted: share(routed.filter((one) => !isAllRight(one)).length, routed.length),
    wrongQueueOfRouted: share(
      routed.filter((one) => !wanted(one).includes(given(one)[0] ?? '')).length,
      routed.length,
    ),
    inventedCancellations: routed.filter((one) => cancels(given(one)) && !cancels(wanted(one))).length,
    missedCancellations: routed.filter((one) => !cancels(given(one)) && cancels(wanted(one))).length,
  };
}

function accuracyOf(intent: string, judgements: readonly Judgement[]): Accuracy {
  const said = judgements.filter((one) => given(one).includes(intent));
  const right = said.filter((one) => wanted(one).includes(intent)).length;
  const asked = judgements.filter((one) => wanted(one).includes(intent)).length;
  return {
    intent,
    wanted: asked,
    precision: share(right, said.length),
    recall: share(right, asked),
    f1: share(2 * right, said.length + asked),
  };
}

function reliabilityOf(judgements: readonly Judgement[]): ReliabilityBin[] {
  const points = judgements.flatMap((one) =>
    one.classification.candidates.map(({ intent, confidence }) => ({
      confidence,
      right: wanted(one).includes(intent),
    })),
  );
  return Array.from({ length: 10 }, (_, index) => {
    const inside = points.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === index);
    return {
      from: index / 10,
      to: (index + 1) / 10,
      count: inside.length,
      meanConfidence: share(
        inside.reduce((sum, { confidence }) => sum + confidence, 0),
        inside.length,
      ),
      right: share(inside.filter(({ right }) => right).length, inside.length),
    };
  });
}

function worstOf(judgements: readonly Judgement[], count: number): Judgement[] {
  const confidence = (one: Judgement): number =>
    (isRouted(one) ? 1 : 0) + Math.min(...one.classification.intents.map((intent) => intent.confidence));
  const wrong = judgements.filter((one) => !isAllRight(one));
  return wrong.sort((a, b) => confidence(b) - confidence(a)).slice(0, count);
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
