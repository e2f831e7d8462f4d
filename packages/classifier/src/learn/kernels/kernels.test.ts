import { expect, it } from 'vitest';
import { makeKernels, type Room } from './kernels.ts';

const fill = ({ values }: Room, of: (index: number) => number): void => {
  for (const index of values.keys()) values[index] = of(index);
};

it('multiplies, adds and keeps the strongest as plain loops do', async () => {
  const [rows, columns] = [8, 12];
  const kernels = await makeKernels(rows * columns + 200);
  const [matrix, x, out] = [kernels.room(rows * columns), kernels.room(columns), kernels.room(rows)];
  fill(matrix, Math.sin);
  fill(x, Math.cos);
  fill(out, (index) => index);
  kernels.multiply(out.at, matrix.at, rows, x.at, columns);
  for (const [row, sum] of out.values.entries()) {
    const wanted = x.values.reduce((so, one, column) => so + one * Math.sin(row * columns + column), row);
    expect(sum).toBeCloseTo(wanted, 5);
  }

  const before = [...out.values];
  kernels.addScaled(out.at, x.at, -2, rows);
  for (const [row, sum] of out.values.entries()) {
    expect(sum).toBeCloseTo((before[row] as number) - 2 * Math.cos(row), 5);
  }

  const [best, bias, none, some] = [kernels.room(8), kernels.room(8), kernels.room(8), kernels.room(8)];
  const places = kernels.wholeRoom(8);
  fill(bias, () => 0.5);
  fill(some, (index) => index - 4);
  places.values.fill(-1);
  kernels.keepStrongest(best.at, places.at, 7, bias.at, none.at, some.at, none.at, 8);
  expect([...best.values]).toEqual([0, 0, 0, 0, 0.5, 1.5, 2.5, 3.5]);
  expect([...places.values]).toEqual([-1, -1, -1, -1, 7, 7, 7, 7]);
});
