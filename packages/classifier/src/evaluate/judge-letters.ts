import type { Classification, Taxonomy } from '@mailroom/core';
import { createClassifier } from '../classify/create-classifier.ts';
import type { TrainingLetter } from '../corpus/corpus-letter.ts';
import type { Model } from '../model.ts';
import { foldAuthors } from '../train/fold-authors.ts';

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
 * Leave-authors-out: for each part of the authors `judge` learns from the letters of all others, and then judges
 * letters of authors that it never read.
 */
export async function crossJudge(
  letters: readonly TrainingLetter[],
  parts: number,
  judge: (
    seen: readonly TrainingLetter[],
    unseen: readonly TrainingLetter[],
  ) => Promise<readonly Judgement[]> | readonly Judgement[],
): Promise<readonly Judgement[]> {
  const authors = letters.map(({ author }) => author);
  const partOf = foldAuthors(authors, parts);
  const judged: Judgement[] = [];
  for (const part of new Set(partOf.values())) {
    const seen = letters.filter(({ author }) => partOf.get(author) !== part);
    const unseen = letters.filter(({ author }) => partOf.get(author) === part);
    judged.push(...(await judge(seen, unseen)));
  }
  return judged;
}
