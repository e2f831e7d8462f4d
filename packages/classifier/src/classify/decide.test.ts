import { describe, expect, it } from 'vitest';
import { decide, surePartOf } from './decide.ts';

describe('decide', () => {
  const other = 2;
  const chosen = (probabilities: readonly number[]) => decide(probabilities, [1, 2, 3], other).chosen;

  it('takes every likely wish, the most important first', () => {
    expect(chosen([0.9, 0.5, 0.1])).toEqual([1, 0]);
  });

  it('takes other alone when no wish is likelier', () => {
    expect(chosen([0.45, 0.5, 0.6])).toEqual([other]);
    expect(chosen([0.45, 0.7, 0.6])).toEqual([1, 0]);
  });

  it('takes the likeliest when nothing is likely', () => {
    expect(chosen([0.2, 0.1, 0.1])).toEqual([0]);
    expect(chosen([0.2, 0.1, 0.3])).toEqual([other]);
  });
});

describe('surePartOf', () => {
  const sure = (chosen: readonly number[], probabilities: readonly number[]) =>
    surePartOf({ chosen, confidence: 1 }, probabilities, 2)?.chosen;

  it('is what is left without doubtful wishes', () => {
    expect(sure([1, 0], [0.5, 0.9, 0])).toEqual([1]);
    expect(sure([0, 1], [0.5, 0.9, 0])).toEqual([1]);
  });

  it('is nothing apart when no wish is doubtful, or all are', () => {
    expect(sure([1, 0], [0.8, 0.9, 0])).toBeUndefined();
    expect(sure([1, 0], [0.5, 0.5, 0])).toBeUndefined();
  });
});
