import type { Classification, Intent, Letter, Taxonomy } from '@mailroom/core';
import { MisconfigurationError } from '@mailroom/core';
import { sigmoid } from '../learn/linear-model.ts';
import type { Model } from '../model.ts';
import { doubtCancellation, doubtDecision, type Hint } from './explain-doubt.ts';
import { isReadable } from './is-readable.ts';
import { deliveredAt, type Reading, readLetter } from './read-letter.ts';

/** Says what the sender of a letter wants. Pure and quick: a letter takes a few milliseconds. */
export interface Classifier {
  classify(letter: Letter): Classification;
}

/**
 * `read`: how a letter is read, which depends on nothing but the model.
 * @throws MisconfigurationError when the model knows an intent that the taxonomy does not
 */
export function createClassifier(
  model: Model,
  taxonomy: Taxonomy,
  read = (text: string) => readLetter(text, model),
): Classifier {
  const unknown = model.intents.filter((intent) => taxonomy.intents.every((one) => one.intent !== intent));
  if (unknown.length > 0) {
    throw new MisconfigurationError(
      'model-taxonomy-mismatch',
      `The model ${model.version} knows ${unknown.join(', ')}, the taxonomy ${taxonomy.version} does not. Add them to the taxonomy, or train a new model.`,
    );
  }
  return { classify: (letter) => classify(letter, read(letter.text), model, taxonomy) };
}

function classify(letter: Letter, reading: Reading, model: Model, taxonomy: Taxonomy): Classification {
  const ranked = [...model.intents.keys()].sort((a, b) => at(reading, b) - at(reading, a));
  const doubt = findDoubt(reading, ranked, model, taxonomy);
  const delivered = doubt === undefined ? deliveredAt(model.limits.leastTrust, reading) : undefined;
  const { chosen } = delivered ?? reading.decision;
  // What was taken and is not delivered stays a candidate.
  const candidates = new Set([...ranked.slice(0, 3), ...reading.decision.chosen]);
  return {
    intents: chosen.map((intent) => describe(reading, intent, letter.text, model)),
    candidates: [...candidates].map((intent) => describe(reading, intent, letter.text, model)),
    ...(doubt === undefined ? {} : { doubt }),
    modelVersion: model.version,
  };
}

function findDoubt(
  reading: Reading,
  ranked: readonly number[],
  model: Model,
  taxonomy: Taxonomy,
): string | undefined {
  const { limits, intents } = model;
  // Hardly anything to read is nothing to trust, unless it is a plain wish.
  const words = reading.features.sentences.flatMap(({ text }) => text.match(/\p{L}{2,}/gu) ?? []);
  const asksNothing = reading.decision.chosen.includes(intents.indexOf('other'));
  if (words.length === 0 || (asksNothing && words.length < fewestWords)) return doubtDecision([], taxonomy);
  const hint = (intent: number): Hint => ({
    intent: intents[intent] ?? 'other',
    probability: at(reading, intent),
    chosen: reading.decision.chosen.includes(intent),
    words: bestSentence(reading, intent),
  });
  const cancellation = intents.indexOf('cancellation');
  const sure = at(reading, cancellation);
  if (sure > limits.cancellation.absentBelow && sure < limits.cancellation.presentAbove) {
    return doubtCancellation(hint(cancellation));
  }
  return deliveredAt(limits.leastTrust, reading) === undefined
    ? doubtDecision(ranked.slice(0, 4).map(hint), taxonomy)
    : undefined;
}

/** A letter of fewer words that shows no wish is rather badly read than without one. */
const fewestWords = 8;

function describe(reading: Reading, intent: number, text: string, model: Model): Intent {
  return {
    intent: model.intents[intent] ?? 'other',
    confidence: round(at(reading, intent)),
    evidence: model.intents[intent] === 'other' ? [] : evidenceOf(reading, intent, text),
  };
}

/** The sentences that show an intent, verbatim, best first; at most three. */
function evidenceOf(reading: Reading, intent: number, text: string): string[] {
  const scored = reading.features.sentences.map((sentence, index) => ({
    words: text.slice(sentence.start, sentence.end),
    probability: sigmoid(reading.scores.sentences[index]?.[intent] ?? -9),
  }));
  const ranked = scored.sort((a, b) => b.probability - a.probability);
  const shown = ranked.filter(({ probability }, index) =>
    index === 0 ? probability > 0.05 : probability > 0.4,
  );
  return shown.slice(0, 3).map(({ words }) => words);
}

/** The sentence that speaks most for an intent; none when no readable one does. */
function bestSentence(reading: Reading, intent: number): string | undefined {
  const shown = reading.features.sentences
    .map(({ text }, index) => ({ text, score: reading.scores.sentences[index]?.[intent] ?? -9 }))
    .filter(({ text, score }) => isReadable(text) && sigmoid(score) > leastShown)
    .sort((a, b) => b.score - a.score);
  return shown[0]?.text;
}

/** A sentence less likely to show the intent would only puzzle whoever reads the doubt. */
const leastShown = 0.08;

const at = (reading: Reading, intent: number): number => reading.probabilities[intent] ?? 0;
/** Never 1, which is a person's word. */
const round = (share: number): number => Math.min(0.999, Math.round(share * 1000) / 1000);
