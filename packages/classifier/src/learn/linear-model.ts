import { type FeatureRows, indexRows, rowOf } from './feature-rows.ts';

/** One logistic regression per target over shared sparse features; weights of one feature lie side by side. */
export interface LinearModel {
  readonly targets: number;
  readonly rows: FeatureRows;
  /** rows x targets. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** The log odds of every target for one vector; unknown names are skipped. */
export function scoreLinear(
  model: LinearModel,
  names: ArrayLike<number>,
  values: ArrayLike<number>,
): Float32Array {
  const { targets, weights } = model;
  const scores = Float32Array.from(model.bias);
  for (let index = 0; index < names.length; index += 1) {
    const row = rowOf(model.rows, names[index] ?? 0);
    if (row < 0) continue;
    const value = values[index] ?? 0;
    const base = row * targets;
    for (let target = 0; target < targets; target += 1) {
      scores[target] = (scores[target] ?? 0) + value * (weights[base + target] ?? 0);
    }
  }
  return scores;
}

export const sigmoid = (score: number): number => 1 / (1 + Math.exp(-score));

export const logit = (share: number): number => {
  const bounded = Math.min(1 - 1e-6, Math.max(1e-6, share));
  return Math.log(bounded / (1 - bounded));
};

/** Knows no feature and says even odds. */
export const emptyModel: LinearModel = {
  targets: 1,
  rows: indexRows(new Uint32Array(0)),
  weights: new Float32Array(0),
  bias: new Float32Array(1),
};
