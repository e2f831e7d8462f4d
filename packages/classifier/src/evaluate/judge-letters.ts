import type { Classification, Taxonomy } from '@mailroom/core';
import { createClassifier } from '../classify/create-classifier.ts';
import type { TrainingLetter } from '../corpus/corpus-letter.ts';
import type { Model } from '../model.ts';
import { foldAuthors } from '../train/fold-authors.ts';
import { type TrainOptions, train } from '../train/train.ts';

/** A letter with what the machine said about it. */
export interface Judgement {
  readonly letter: TrainingLetter;
  readonly classification: Classification;
}

/** What a model says about letters. Honest only for letters whose authors it was not trained on. */
export function judgeLetters(
  letters: readonly TrainingLetter[],
  model: Model,
  taxonomy: Taxonomy,
): Judgement[] {
  const classifier = createClassifier(model, taxonomy);
  return letters.map((letter) => ({
    letter,
    classification: classifier.classify({
      channel: letter.channel,
      text: letter.text,
      receivedAt: new Date(0),
    }),
  }));
}

/**
 * Leave-authors-out: trains once per part of the authors and judges each letter by a model that saw no letter of
 * its author. Takes `parts` times as long as training.
 */
export async function crossJudge(
  letters: readonly TrainingLetter[],
  options: TrainOptions,
  taxonomy: Taxonomy,
  parts: number,
): Promise<Judgement[]> {
  const partOf = foldAuthors(
    letters.map(({ author }) => author),
    parts,
  );
  const judged: Judgement[] = [];
  for (const part of new Set(partOf.values())) {
    const seen = letters.filter(({ author }) => partOf.get(author) !== part);
    const unseen = letters.filter(({ author }) => partOf.get(author) === part);
    judged.push(...judgeLetters(unseen, await train(seen, options), taxonomy));
  }
  return judged;
}
