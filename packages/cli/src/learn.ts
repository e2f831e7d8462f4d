import {
  createClassifier,
  defaultTrainOptions,
  encodeModel,
  evaluate,
  judgeLetters,
  type Model,
  type Outcome,
  type Phrase,
  type TrainingLetter,
  train,
  withTarget,
} from '@mailroom/classifier';
import type { Rulebook } from '@mailroom/core';
import {
  type ConfirmedLetter,
  confirmedLetters,
  type Database,
  keepModel,
  putModelInService,
} from '@mailroom/database';
import { sendersWords } from '@mailroom/indexer';
import { modelInService } from './model-in-service.ts';

/** A model and how it came out on letters from the desk that no model learned from. */
export interface MeasuredModel {
  readonly version: string;
  readonly outcome: Outcome;
}

export interface Learned {
  /** How many letters the new model learned from, and how many of them people at the desk had labelled. */
  readonly letters: number;
  readonly labels: number;
  readonly before: MeasuredModel;
  readonly now: MeasuredModel;
  /** Why the new model was not put in service; undefined when it was. */
  readonly refusal: string | undefined;
}

/**
 * Trains a model on given letters and on what people decided at the desk, and keeps it. Every fifth letter from the
 * desk is held back from all models: the new one goes into service only when it is not worse there.
 * @throws MisconfigurationError when an intent that it learned has left the rules meanwhile; the model is kept
 */
export async function learn(
  database: Database,
  rules: () => Rulebook,
  given: { letters: readonly TrainingLetter[]; phrases: readonly Phrase[] },
): Promise<Learned> {
  const rulebook = rules();
  const intents = rulebook.taxonomy.intents.map(({ intent }) => intent);
  const confirmed = (await confirmedLetters(database)).filter((letter) =>
    letter.intents.every((intent) => intents.includes(intent)),
  );
  const fromDesk = confirmed.filter((letter) => !isHeldBack(letter)).map(toTrainingLetter);
  const letters = [...given.letters, ...fromDesk];
  const serving = await modelInService(database); // before minutes of training: it may be one that cannot be read
  const model = await train(letters, { ...defaultTrainOptions, intents, phrases: given.phrases });
  const kept = { letters: letters.length, labels: fromDesk.length };
  await keepModel(database, { version: model.version, ...kept, bytes: encodeModel(model) });
  const heldBack = confirmed.filter(isHeldBack).map(toTrainingLetter);
  const before = measure(serving, heldBack, rulebook);
  const now = measure(model, heldBack, rulebook);
  const refusal = findRefusal(before.outcome, now.outcome);
  if (refusal === undefined) {
    createClassifier(model, rules().taxonomy); // the rules may have changed meanwhile: then it says so, and stays out
    await putModelInService(database, model.version, 'train');
  }
  return { ...kept, before, now, refusal };
}

/** By the number alone, so that what is held back once is held back from every later model, too. */
const isHeldBack = ({ documentId }: ConfirmedLetter): boolean => documentId % 5 === 0;

/** All count as everyday mail: they are what really comes in. */
function toTrainingLetter(confirmed: ConfirmedLetter): TrainingLetter {
  const { documentId, channel, intents, customerNumber } = confirmed;
  return {
    id: `document-${documentId}`,
    author: customerNumber === null ? `document-${documentId}` : `customer-${customerNumber}`,
    channel,
    kind: 'everyday',
    text: sendersWords(confirmed),
    intents: intents.map((intent) => ({ intent, spans: [] })),
  };
}

function measure(model: Model, letters: readonly TrainingLetter[], rulebook: Rulebook): MeasuredModel {
  const judged = judgeLetters(letters, withTarget(model, rulebook.targetWrongRate), rulebook.taxonomy);
  return { version: model.version, outcome: evaluate(judged).all };
}

/** The share of all letters that went to a queue which has nothing to do with them. */
export const sentWrongly = ({ routed, wrongQueueOfRouted }: Outcome): number => routed * wrongQueueOfRouted;
/** What a letter costs people, in letters to be reviewed: one that was sent wrongly costs as much as ten. */
export const workLeft = (outcome: Outcome): number => 1 - outcome.routed + 10 * sentWrongly(outcome);
export const mistakenCancellations = ({ inventedCancellations, missedCancellations }: Outcome): number =>
  inventedCancellations + missedCancellations;

/** Fewer held-back letters than this say nothing about a model. */
const fewest = 20;

function findRefusal(before: Outcome, now: Outcome): string | undefined {
  if (now.letters < fewest)
    return `only ${now.letters} labelled letters are held back to measure it on, of at least ${fewest}`;
  if (mistakenCancellations(now) > mistakenCancellations(before)) return 'it mistakes more cancellations';
  return workLeft(now) > workLeft(before) ? 'it leaves more work' : undefined;
}
