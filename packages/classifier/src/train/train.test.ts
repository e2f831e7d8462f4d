import { describe, expect, it } from 'vitest';
import type { TrainingLetter } from '../corpus/corpus-letter.ts';
import { readCorpus } from '../corpus/read-corpus.ts';
import { readPhrases } from '../corpus/read-phrases.ts';
import { loadTaxonomy } from '../load-taxonomy.ts';
import { encodeModel, loadModel } from '../save-model.ts';
import { defaultTrainOptions, type TrainOptions, train } from './train.ts';
import { versionOf } from './version-of.ts';

const intents = loadTaxonomy().intents.map(({ intent }) => intent);
const phrases = readPhrases();
const options: TrainOptions = {
  ...{ ...defaultTrainOptions, intents, folds: 3 },
  phrases: phrases.filter((_, index) => index % 20 === 0),
};

/** Every twentieth letter and phrase: enough to see that training works, quick enough for every run of the tests. */
const some: TrainingLetter[] = readCorpus().filter((_, index) => index % 20 === 0);

describe('train', () => {
  it('gives the same bytes from the same seed', async () => {
    const [first, second] = [await train(some, options), await train(some, options)];
    expect(encodeModel(first).equals(encodeModel(second))).toBe(true);
  }, 120_000);

  it('gives another version when a letter, a label or an option changes', () => {
    const [first, ...rest] = some;
    if (!first) throw new Error('the corpus is empty');
    const versions = [
      versionOf(some, options),
      versionOf(rest, options),
      versionOf([{ ...first, intents: [] }, ...rest], options),
      versionOf([{ ...first, kind: 'hard' }, ...rest], options),
      versionOf(some, { ...options, seed: 1 }),
    ];
    expect(new Set(versions).size).toBe(versions.length);
  });
});

it('the model that comes along was trained on the letters that come along', () => {
  const expected = versionOf(readCorpus(), { ...defaultTrainOptions, intents, phrases });
  expect(loadModel().version, 'run: node packages/classifier/src/train/main.ts').toBe(expected);
});
