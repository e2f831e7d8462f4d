import { expect, it } from 'vitest';
import { loadModel } from './save-model.ts';
import { withTarget } from './with-target.ts';

const model = loadModel();

it('a looser target routes more, by the curve that training measured', () => {
  const { curve } = model.limits;
  expect(curve.length).toBeGreaterThan(4);
  const shares = curve.map((point) => point.routedShare);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(withTarget(model, 0.03).limits.leastTrust).toBeLessThan(withTarget(model, 0.005).limits.leastTrust);
});

it('the target of training gives the limits of training, and one between two points the stricter', () => {
  const { targetWrongRate, leastTrust } = model.limits;
  expect(withTarget(model, targetWrongRate).limits.leastTrust).toBe(leastTrust);
  expect(withTarget(model, 0.015).limits.targetWrongRate).toBe(0.01);
  expect(withTarget(model, null)).toBe(model);
  expect(withTarget(model, 0.0001)).toBe(model);
});
