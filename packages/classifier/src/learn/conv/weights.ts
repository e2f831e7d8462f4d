import type { Kernels, Room } from './kernels.ts';

/** Weights that Adam moves, with what it remembers of their gradients. */
export interface Weights {
  readonly values: Room;
  readonly gradient: Room;
  readonly mean: Float32Array;
  readonly square: Float32Array;
}

/** Weights of a normal distribution around `middle`. */
export function makeWeights(
  kernels: Kernels,
  count: number,
  { middle = 0, spread }: { middle?: number; spread: number },
  random: () => number,
): Weights {
  const values = kernels.room(count);
  for (let index = 0; index < count; index += 1) values.values[index] = middle + spread * normal(random);
  const gradient = kernels.room(count);
  return { values, gradient, mean: new Float32Array(count), square: new Float32Array(count) };
}

/** A number of the standard normal distribution (Box and Muller). */
export const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** One step of Adam (Kingma and Ba 2015), with its usual constants; then the gradient is nought again. */
export function moveWeights({ values, gradient, mean, square }: Weights, rate: number, step: number): void {
  const scaled = (rate * Math.sqrt(1 - 0.999 ** step)) / (1 - 0.9 ** step);
  for (let index = 0; index < mean.length; index += 1) {
    const own = gradient.values[index] as number;
    const first = 0.9 * (mean[index] as number) + 0.1 * own;
    const second = 0.999 * (square[index] as number) + 0.001 * own * own;
    mean[index] = first;
    square[index] = second;
    values.values[index] = (values.values[index] as number) - (scaled * first) / (Math.sqrt(second) + 1e-8);
  }
  gradient.values.fill(0);
}

/** Adds to a number of a gradient. */
export function addGradient({ gradient }: Weights, place: number, error: number): void {
  gradient.values[place] = (gradient.values[place] as number) + error;
}
