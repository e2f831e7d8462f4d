import { expect, it } from 'vitest';
import { indexRows, namesOfSources, rowOf } from './feature-rows.ts';
import { seededRandom } from './random.ts';

it('every name has its row, and no other name has one', () => {
  const random = seededRandom(1);
  const names = new Set([
    1,
    2,
    3,
    0,
    2 ** 32 - 1,
    ...Array.from({ length: 5000 }, () => Math.floor(random() * 2 ** 32)),
  ]);
  const rows = indexRows(Uint32Array.from(names));
  expect([...names].map((name) => rowOf(rows, name))).toEqual([...names].map((_, row) => row));
  const others = Array.from({ length: 5000 }, (_, at) => at + 10).filter((name) => !names.has(name));
  expect(new Set(others.map((name) => rowOf(rows, name)))).toEqual(new Set([-1]));
});

it('a name that only one letter has is left out, however often it stands there', () => {
  const examples = [
    { names: [7, 5, 9], source: 'a' },
    { names: [7, 7, 9], source: 'a' },
    { names: [5, 4_000_000_000], source: 'b' },
  ];
  expect([...namesOfSources(examples, 2)]).toEqual([5]);
  expect([...namesOfSources(examples, 1)]).toEqual([5, 7, 9, 4_000_000_000]);
});
