import { expect, test } from 'vitest';
import { gather } from './gather.ts';

test('what is asked for while a call is under way goes into the next one together', async () => {
  const calls: (readonly number[])[] = [];
  const double = gather(async (numbers: readonly number[]) => {
    calls.push(numbers);
    return numbers.map((one) => one * 2);
  });
  expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
  expect(await double(4)).toBe(8);
  expect(calls).toEqual([[1], [2, 3], [4]]);
});

test('no item fails because of another', async () => {
  const invert = gather(async (numbers: readonly number[]) => {
    if (numbers.includes(0)) throw new RangeError('zero');
    return numbers.map((one) => 1 / one);
  });
  const answers = await Promise.allSettled([1, 2, 0, 4].map(invert));
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
});
