import { inFours, type Kernels, type Room } from '../kernels/kernels.ts';

/** Weights that Adam moves, with what it remembers of their gradients. */
export interface Weights {
  readonly values: Room;
  readonly gradient: Room;
  readonly mean: Room;
  readonly square: Room;
}

/** How many numbers of kernel memory so many weights take. */
export const roomOfWeights = (count: number): number => 4 * inFours(count);

/** Weights of a normal distribution around `middle`. */
export function makeWeights(
  kernels: Kernels,
  count: number,
  { middle = 0, spread }: { middle?: number; spread: number },
  random: () => number,
): Weights {
  const values = kernels.room(count);
  for (let index = 0; index < count; index += 1) values.values[index] = middle + spread * normal(random);
  return { values, gradient: kernels.room(count), mean: kernels.room(count), square: kernels.room(count) };
}

/** A number of the standard normal distribution (Box and Muller). */
export const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** One step of Adam; then the gradient is nought again. */
export function moveWeights(
  kernels: Kernels,
  { values, gradient, mean, square }: Weights,
  rate: number,
  step: number,
): void {
  const scaled = (rate * Math.sqrt(1 - 0.999 ** step)) / (1 - 0.9 ** step);
  kernels.moveByAdam(values.at, mean.at, square.at, gradient.at, scaled, inFours(values.values.length));
}

/** Adds to a number of a gradient. */
export function addGradient({ gradient }: Weights, place: number, error: number): void {
  gradient.values[place] = (gradient.values[place] as number) + error;
}
