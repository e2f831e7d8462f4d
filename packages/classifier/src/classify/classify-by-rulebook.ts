import type { Rulebook } from '@mailroom/core';
import type { CurvePoint, Model } from '../model.ts';
import { withTarget } from '../with-target.ts';
import { type Classifier, createClassifier } from './create-classifier.ts';
import { type Reading, readLetter } from './read-letter.ts';

/** A model that works by whatever rules are in force. */
export interface RulebookClassifier {
  /** The targets to choose from; see Limits. */
  readonly curve: readonly CurvePoint[];
  readonly trainedTarget: number;
  /** What the model recognises. */
  readonly intents: readonly string[];
  /** @throws MisconfigurationError when the model knows an intent that the rules do not */
  under(rulebook: Rulebook): Classifier;
}

export function classifyByRulebook(model: Model): RulebookClassifier {
  const made = new WeakMap<Rulebook, Classifier>();
  const read = readOnce(model);
  return {
    curve: model.limits.curve,
    trainedTarget: model.limits.targetWrongRate,
    intents: model.intents,
    under(rulebook) {
      const known = made.get(rulebook);
      if (known) return known;
      const classifier = createClassifier(
        withTarget(model, rulebook.targetWrongRate),
        rulebook.taxonomy,
        read,
      );
      made.set(rulebook, classifier);
      return classifier;
    },
  };
}

/** A letter that is tried under one rulebook after the other is read once: reading takes nearly all the time. */
function readOnce(model: Model): (text: string) => Reading {
  let last: { readonly text: string; readonly reading: Reading } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, reading: readLetter(text, model) };
    return last.reading;
  };
}
