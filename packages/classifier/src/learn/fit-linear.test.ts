import { describe, expect, it } from 'vitest';
import { type Example, fitLinear } from './fit-linear.ts';
import { scoreLinear, sigmoid } from './linear-model.ts';

const options = { seed: 1, epochs: 20, rate: 0.5, ridge: 0, lasso: 0, minSources: 1, dropout: 0 };

/** Feature `name` shows target `name` of five, and nothing else. */
const examples: readonly Example[] = Array.from({ length: 200 }, (_, index) => {
  const name = index % 5;
  return {
    names: [name],
    values: [1],
    wanted: Float32Array.from({ length: 5 }, (__, target) => (target === name ? 1 : 0)),
    importance: new Float32Array(5).fill(1),
    source: `letter ${index}`,
  };
});

describe('fitLinear', () => {
  it('learns which feature shows which target, in a number of targets that is none of four', async () => {
    const model = await fitLinear(examples, { ...options, targets: 5 });
    for (const name of [0, 1, 2, 3, 4]) {
      const shares = [...scoreLinear(model, [name], [1])].map(sigmoid);
      expect(shares.map((share) => share > 0.5)).toEqual([0, 1, 2, 3, 4].map((target) => target === name));
    }
  });

  it('leaves out features that only one letter has, however often', async () => {
    const once = { ...examples[0], names: [99], values: [1], source: 'letter 0' } as Example;
    const twice = { ...examples[1], names: [7], values: [1], source: 'letter 1' } as Example;
    const model = await fitLinear([...examples, once, twice, twice], {
      ...options,
      minSources: 2,
      targets: 5,
    });
    expect([...model.rows.names]).toEqual([0, 1, 2, 3, 4]);
  });

  it('keeps weights at nought that are worth less than the lasso takes', async () => {
    const model = await fitLinear(examples, { ...options, targets: 5, lasso: 10 });
    expect([...model.weights].every((weight) => weight === 0)).toBe(true);
  });

  it('knows only how usual a target is when there are no features, and nothing without examples', async () => {
    const bare = examples.map((example) => ({ ...example, names: [], values: [] }));
    const model = await fitLinear(bare, { ...options, epochs: 60, targets: 5 });
    expect(sigmoid(scoreLinear(model, [3], [1])[3] ?? 0)).toBeCloseTo(0.2, 1);
    expect((await fitLinear([], { ...options, targets: 1 })).rows.names).toHaveLength(0);
  });
});
