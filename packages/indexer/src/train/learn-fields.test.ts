import { readFileSync } from 'node:fs';
import { readCorpus } from '@mailroom/classifier';
import { describe, expect, test } from 'vitest';
import { choose } from '../fields/choose.ts';
import { fieldWeightsPath, formatFieldWeights } from '../fields/field-weights.ts';
import type { Candidate } from '../fields/signs.ts';
import { fitWeights, type Lesson } from './fit-weights.ts';
import { learnFields } from './learn-fields.ts';

test('the weights that come along are learned from the letters that come along', () => {
  const learned = formatFieldWeights(learnFields(readCorpus()));
  const isNew = learned === readFileSync(fieldWeightsPath, 'utf8');
  expect(isNew, 'run: node packages/indexer/src/train/main.ts').toBe(true);
}, 120_000);

const candidate = (value: string | null, ...signs: string[]): Candidate => ({
  value,
  words: value ?? '',
  signs: new Map(signs.map((sign) => [sign, 1])),
});
const lesson = (letter: number, right: readonly string[], ...candidates: Candidate[]): Lesson => ({
  letter: `${letter}`,
  candidates,
  right,
  importance: 1,
});

describe('fitWeights', () => {
  const lessons = Array.from({ length: 60 }, (_, index) => [
    lesson(3 * index, ['1'], candidate('1', 'always', 'ends'), candidate('2', 'always', 'born')),
    lesson(3 * index + 1, [], candidate('3', 'always', 'born')),
    lesson(3 * index + 2, ['5'], candidate('4', 'always'), candidate('5', 'always', 'ends')),
  ]).flat();
  const weights = fitWeights(lessons);

  test('finds what shows the right one, and that none is right', () => {
    const two = [candidate('8', 'always', 'born'), candidate('9', 'always', 'ends')];
    expect(choose(two, weights)?.value).toBe('9');
    expect(choose([candidate('8', 'always', 'born')], weights)).toBeUndefined();
  });

  test('gives no value that does not exist', () => {
    expect(choose([candidate(null, 'always', 'ends')], weights)).toBeUndefined();
  });

  test('leaves out what few letters have', () => {
    expect(fitWeights([...lessons, lesson(999, ['1'], candidate('1', 'rare'))]).has('rare')).toBe(false);
  });
});
