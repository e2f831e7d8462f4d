import { expect, test } from 'vitest';
import { runChaos } from './run-chaos.ts';

test('whatever fails while mail comes in, each document ends once and every chain holds', {
  timeout: 600_000,
}, async () => {
  const said: string[] = [];
  const { balance } = await runChaos({
    ...{ documents: 60, faults: 8, workers: 2, seed: 7, calmMs: 240_000 },
    say: (line) => said.push(line),
  });
  expect(balance.problems, said.join('\n')).toEqual([]);
  expect(balance.routed + balance.review + balance.rejected).toBe(60);
});
