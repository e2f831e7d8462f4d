import { expect, it } from 'vitest';
import { misroutedShare } from './choose-limits.ts';

const intents = ['cancellation', 'address-change', 'complaint'];

function share(chosen: readonly number[], wanted: readonly number[]): number {
  const reading = { decision: { chosen, confidence: 1 } };
  return misroutedShare({ reading, wanted: Float32Array.from(wanted) }, intents);
}

it('counts the work items in wrong queues, and a wrong first one or a wrong cancellation as all', () => {
  expect(share([1], [0, 1, 0])).toBe(0);
  expect(share([1], [0, 1, 1])).toBe(0);
  expect(share([1, 2], [0, 1, 0])).toBe(0.5);
  expect(share([2, 1], [0, 1, 0])).toBe(1);
  expect(share([1, 0], [0, 1, 0])).toBe(1);
  expect(share([1], [1, 1, 0])).toBe(1);
});
