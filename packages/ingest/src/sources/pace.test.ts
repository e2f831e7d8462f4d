import { expect, test } from 'vitest';
import { openPace } from './pace.ts';

test('all who ask pass evenly, and a pause is not made up for', async () => {
  let now = 1000;
  const waits: number[] = [];
  const clock = { now: () => now, wait: async (ms: number) => void waits.push(ms) };
  const pace = openPace(120, clock);
  await Promise.all([pace(), pace(), pace()]);
  expect(waits).toEqual([500, 1000]);
  now = 60_000;
  await Promise.all([pace(), pace()]);
  expect(waits).toEqual([500, 1000, 500]);
});

test('without a rate nobody waits', async () => {
  const pace = openPace(undefined, { now: () => 0, wait: () => Promise.reject(new Error('waited')) });
  await Promise.all([pace(), pace()]);
});
