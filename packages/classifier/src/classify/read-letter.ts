import { type LetterFeatures, letterFeatures, type Vector } from '../features/letter-features.ts';
import { type LetterScores, scoreLetter } from '../learn/letter-scores.ts';
import { type LinearModel, scoreLinear, sigmoid } from '../learn/linear-model.ts';
import { orderInputs, stackScores } from '../learn/stack-scores.ts';
import type { Model } from '../model.ts';
import { type Decision, decide, surePartOf } from './decide.ts';
import { trustInputs } from './trust-inputs.ts';

/** A decision, and how far it can be trusted. */
export interface Weighed {
  readonly decision: Decision;
  /** What trust in the decision rests on; see trustInputs. */
  readonly grounds: readonly number[];
  /** The share of its work items that is likely to go where it belongs; see misroutedShare. */
  readonly trust: number;
}

/** A letter as the model understands it; probabilities stand by position in the model's intents. */
export interface Reading extends Weighed {
  readonly features: LetterFeatures;
  readonly scores: LetterScores;
  readonly probabilities: readonly number[];
  /** The decision without its doubtful wishes, when it has some and others. */
  readonly surePart: Weighed | undefined;
}

export function readLetter(text: string, model: Model): Reading {
  const features = letterFeatures(text);
  return readFeatures(features, scoreLetter(model, features), model);
}

/** The second half of reading, for training: the scores come from models that did not see the author. */
export function readFeatures(
  features: LetterFeatures,
  scores: LetterScores,
  model: Pick<Model, 'combine' | 'order' | 'trust' | 'intents'>,
  stacked: readonly Vector[] = stackScores(scores, features, model.intents),
): Reading {
  const { intents } = model;
  const probabilities = stacked.map(({ names, values }) =>
    sigmoid(scoreLinear(model.combine, names, values)[0] ?? 0),
  );
  const importance = orderInputs(scores, features, intents.length).map(
    ({ names, values }) => scoreLinear(model.order, names, values)[0] ?? 0,
  );
  const weigh = (decision: Decision): Weighed => {
    const grounds = trustInputs({ probabilities, decision, scores, features, intents });
    return { decision, grounds, trust: trustOf(grounds, model.trust) };
  };
  const other = intents.indexOf('other');
  const decision = decide(probabilities, importance, other);
  const sure = surePartOf(decision, probabilities, other);
  return { features, scores, probabilities, ...weigh(decision), surePart: sure && weigh(sure) };
}

/** What is delivered at this limit: the whole decision when it is trusted, or its sure part; undefined: nothing. */
export function deliveredAt(leastTrust: number, reading: Reading): Decision | undefined {
  return [reading, reading.surePart].find((one) => one !== undefined && one.trust >= leastTrust)?.decision;
}

export function trustOf(grounds: readonly number[], trust: LinearModel): number {
  return sigmoid(scoreLinear(trust, [...grounds.keys()], grounds)[0] ?? 0);
}
