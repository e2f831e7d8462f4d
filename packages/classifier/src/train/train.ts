import { readFeatures, trustOf, type Weighed } from '../classify/read-letter.ts';
import type { TrainingLetter } from '../corpus/corpus-letter.ts';
import type { Phrase } from '../corpus/read-phrases.ts';
import type { LetterScores, Readers } from '../learn/letter-scores.ts';
import { emptyModel } from '../learn/linear-model.ts';
import { seededRandom } from '../learn/random.ts';
import { stackScores } from '../learn/stack-scores.ts';
import type { Model } from '../model.ts';
import { chooseLimits, type Judged } from './choose-limits.ts';
import { fitFolds } from './fit-folds.ts';
import { fitFoldsBeside } from './fit-folds-beside.ts';
import { fitCombine, fitOrder, fitTrust, type Scored } from './fit-judges.ts';
import { foldAuthors } from './fold-authors.ts';
import {
  type PreparedLetter,
  prepareNoisy,
  preparePhrase,
  prepareTraining,
  type SentenceExample,
} from './make-examples.ts';
import { versionOf } from './version-of.ts';

export interface TrainOptions {
  /** In the order in which the model counts them; must hold every intent of the letters. */
  readonly intents: readonly string[];
  /** Single sentences to learn from besides the letters. */
  readonly phrases: readonly Phrase[];
  readonly seed: number;
  /** The misroutedShare that letters routed without a person may have on average. */
  readonly targetWrongRate: number;
  /** In how many parts the authors are split to find confidences on letters that were not trained on. */
  readonly folds: number;
  /** The share of letters that are also learned as a bad scan would read them. */
  readonly noisyShare: number;
}

export const defaultTrainOptions: Omit<TrainOptions, 'intents' | 'phrases'> = {
  seed: 20261,
  targetWrongRate: 0.01,
  folds: 4,
  noisyShare: 0.3,
};

/**
 * Learns from labelled letters. Deterministic: the same letters and options give the same model.
 * What combines, orders and judges is fitted on what readers that did not see an author say about that author.
 */
export async function train(letters: readonly TrainingLetter[], options: TrainOptions): Promise<Model> {
  const phrases = options.phrases.flatMap((phrase) => preparePhrase(phrase, options.intents));
  const prepared = prepareAll(letters, options);
  const foldOf = foldAuthors(letters.map(groupOf), options.folds);
  const folded = prepared.map((letter) => ({ ...letter, fold: foldOf.get(groupOf(letter.letter)) ?? 0 }));
  const { final, scored } = await fitAllReaders(folded, phrases, options);
  const judged = await judgeUnseen(scored, options);
  return {
    version: versionOf(letters, options),
    trainedOn: letters.length,
    intents: options.intents,
    ...final,
    combine: await fitCombine(scored, options),
    order: await fitOrder(scored, options),
    trust: await fitTrust(judged, options),
    limits: chooseLimits(await trustUnseen(judged, options), options),
  };
}

/** Every letter as it was written, and a share of them once more as a bad scan of it would be read. */
function prepareAll(letters: readonly TrainingLetter[], options: TrainOptions): PreparedLetter[] {
  const clean = letters.map((letter) => prepareTraining(letter, options.intents));
  const random = seededRandom(options.seed);
  const noisy = letters.filter(() => random() < options.noisyShare);
  return [
    ...clean,
    ...noisy.map((letter, index) => prepareNoisy(letter, options.intents, options.seed + index)),
  ];
}

/**
 * Authors are held back by halves: whole authors would be fairer, but one of them may be the only one to write a
 * certain kind of hard letter, and the finished model has seen that kind. (Evaluation holds back whole authors.)
 */
const groupOf = ({ author, id }: TrainingLetter): string =>
  `${author}-${Number(id.replace(/\D+/g, '').slice(-3)) % 2}`;

/** A letter with the part of the authors it belongs to: what readers say about it must come from those that did not see it. */
interface Folded extends PreparedLetter {
  readonly fold: number;
}
type ScoredFold = Folded & Scored;

/** The readers of the model, and of every letter what readers say that saw nothing of its fold; in two threads. */
async function fitAllReaders(
  letters: readonly Folded[],
  phrases: readonly SentenceExample[],
  options: TrainOptions,
): Promise<{ final: Readers; scored: ScoredFold[] }> {
  const folds = [...new Set(letters.map(({ fold }) => fold))].sort((a, b) => a - b);
  // To fit readers of all letters takes longest: it goes to the thread with fewer folds.
  const here = folds.slice(0, Math.ceil((folds.length + 1) / 2));
  const leftOut = [undefined, ...folds.slice(here.length)];
  await using beside = fitFoldsBeside({ letters, phrases, leftOut, options });
  const [own, others] = await Promise.all([
    fitFolds({ letters, phrases, leftOut: here, options }),
    beside.fitted,
  ]);
  if (!others.final) throw new Error('the thread gave no readers');
  const scored = [...own.scores, ...others.scores].flatMap(([fold, scores]) =>
    letters
      .filter((letter) => letter.fold === fold)
      .map((letter, index) => withScores(letter, scores[index] as LetterScores, options)),
  );
  return { final: others.final, scored };
}

const withScores = (letter: Folded, scores: LetterScores, { intents }: TrainOptions): ScoredFold => ({
  ...letter,
  scores,
  stacked: stackScores(scores, letter.features, intents),
});

function judgeUnseen(scored: readonly ScoredFold[], options: TrainOptions): Promise<Judged[]> {
  return eachFold(scored, async (seen, unseen) => {
    const models = {
      combine: await fitCombine(seen, options),
      order: await fitOrder(seen, options),
      trust: emptyModel,
      intents: options.intents,
    };
    return unseen.map(({ letter, wanted, fold, features, scores, stacked }) => ({
      letter,
      wanted,
      fold,
      reading: readFeatures(features, scores, models, stacked),
    }));
  });
}

/** The same decisions, with the trust that a model gives them which did not see the author either. */
function trustUnseen(judged: readonly Judged[], options: TrainOptions): Promise<Judged[]> {
  return eachFold(judged, async (seen, unseen) => {
    const trust = await fitTrust(seen, options);
    const weigh = <Of extends Weighed>(weighed: Of): Of => ({
      ...weighed,
      trust: trustOf(weighed.grounds, trust),
    });
    return unseen.map(({ reading, ...one }) => ({
      ...one,
      reading: { ...weigh(reading), surePart: reading.surePart && weigh(reading.surePart) },
    }));
  });
}

/** Calls `judge` once for every part of the authors, with the letters of all other authors and of these. */
async function eachFold<In extends { fold: number }, Out>(
  letters: readonly In[],
  judge: (seen: readonly In[], unseen: readonly In[]) => Promise<Out[]>,
): Promise<Out[]> {
  const folds = [...new Set(letters.map(({ fold }) => fold))].sort((a, b) => a - b);
  const judged: Out[] = [];
  for (const fold of folds) {
    const seen = letters.filter((letter) => letter.fold !== fold);
    const unseen = letters.filter((letter) => letter.fold === fold);
    judged.push(...(await judge(seen, unseen)));
  }
  return judged;
}
