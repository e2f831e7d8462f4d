import { type FeatureRows, indexRows, namesOfSources, rowOf } from './feature-rows.ts';
import type { LinearModel } from './linear-model.ts';
import { seededRandom, shuffled } from './random.ts';

/** One example: a sparse vector, and per target the wanted answer and how much it matters (0 leaves it out). */
export interface Example {
  readonly names: readonly number[];
  readonly values: readonly number[];
  readonly wanted: Float32Array;
  readonly importance: Float32Array;
  /** The letter it comes from: a feature that only one letter has is not learned. */
  readonly source: string;
}

export interface FitOptions {
  readonly targets: number;
  readonly seed: number;
  readonly epochs: number;
  readonly rate: number;
  /** Pulls weights towards nought: squared and absolute. */
  readonly ridge: number;
  readonly lasso: number;
  /** Features of fewer letters are left out. */
  readonly minSources: number;
  /** The share of a vector's features that is left out at random in each step, so that no few words carry all. */
  readonly dropout: number;
}

/** Fits logistic regressions by AdaGrad. The same examples, options and seed give the same model, bit for bit. */
export function fitLinear(examples: readonly Example[], options: FitOptions): LinearModel {
  const rows = indexRows(namesOfSources(examples, options.minSources));
  const compact = examples.map((example) => compactExample(example, rows));
  const state: FitState = {
    weights: new Float32Array(rows.names.length * options.targets),
    squares: new Float32Array(rows.names.length * options.targets).fill(1e-3),
    bias: new Float32Array(options.targets).fill(-2),
    biasSquares: new Float32Array(options.targets).fill(1),
  };
  const random = seededRandom(options.seed);
  const room = makeRoom(compact, options.targets);
  const restful = new Uint8Array(compact.length);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    for (const index of shuffled(compact.length, random)) {
      const example = compact[index];
      if (!example) continue;
      // What taught nothing is left out once: that saves a third of the time and costs no accuracy.
      if (restful[index] === 1) {
        restful[index] = 0;
        continue;
      }
      const length = thin(example, options.dropout, random, room);
      restful[index] = step(state, example, room, length, options) ? 0 : 1;
    }
  }
  return { targets: options.targets, rows, weights: state.weights, bias: state.bias };
}

interface FitState {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly bias: Float32Array;
  readonly biasSquares: Float32Array;
}

interface CompactExample {
  readonly ids: Uint32Array;
  readonly values: Float32Array;
  readonly wanted: Float32Array;
  readonly importance: Float32Array;
}

function compactExample(example: Example, rows: FeatureRows): CompactExample {
  const ids = new Uint32Array(example.names.length);
  const values = new Float32Array(example.names.length);
  let length = 0;
  for (let index = 0; index < ids.length; index += 1) {
    const row = rowOf(rows, example.names[index] as number);
    if (row < 0) continue;
    ids[length] = row;
    values[length] = example.values[index] as number;
    length += 1;
  }
  return {
    ids: ids.subarray(0, length),
    values: values.subarray(0, length),
    wanted: example.wanted,
    importance: example.importance,
  };
}

/** Room for one thinned vector, made once: allocating it for every step takes longer than the step. */
interface Room {
  readonly ids: Uint32Array;
  readonly values: Float32Array;
  readonly errors: Float64Array;
  readonly active: Uint32Array;
}

function makeRoom(examples: readonly CompactExample[], targets: number): Room {
  const longest = examples.reduce((most, { ids }) => Math.max(most, ids.length), 0);
  return {
    ids: new Uint32Array(longest),
    values: new Float32Array(longest),
    errors: new Float64Array(targets),
    active: new Uint32Array(targets),
  };
}

/** Copies what is kept of a vector into the room and gives its length. */
function thin(example: CompactExample, dropout: number, random: () => number, room: Room): number {
  const { ids, values } = example;
  let length = 0;
  for (let index = 0; index < ids.length; index += 1) {
    if (dropout > 0 && random() < dropout) continue;
    room.ids[length] = ids[index] as number;
    room.values[length] = (values[index] as number) / (1 - dropout);
    length += 1;
  }
  return length;
}

/** Most examples say nothing new about most targets; leaving those out saves most of the time. */
const leastError = 5e-3;

/** One gradient step on one example; whether it taught anything. Written with indices: nearly all training time. */
function step(
  state: FitState,
  example: CompactExample,
  room: Room,
  length: number,
  options: FitOptions,
): boolean {
  const { targets, rate } = options;
  findErrors(state, example, room, length, targets);
  let active = 0;
  for (let target = 0; target < targets; target += 1) {
    const gradient = room.errors[target] as number;
    const square = (state.biasSquares[target] as number) + gradient * gradient;
    state.biasSquares[target] = square;
    state.bias[target] = (state.bias[target] as number) - (rate * gradient) / Math.sqrt(square);
    if (Math.abs(gradient) < leastError) continue;
    room.active[active] = target;
    active += 1;
  }
  if (active === 0) return false;
  for (let index = 0; index < length; index += 1) {
    const base = (room.ids[index] as number) * targets;
    updateRow(state, base, room.values[index] as number, room, active, options);
  }
  return true;
}

function findErrors(
  state: FitState,
  example: CompactExample,
  { ids, values, errors }: Room,
  length: number,
  targets: number,
): void {
  errors.set(state.bias);
  for (let index = 0; index < length; index += 1) {
    const base = (ids[index] as number) * targets;
    const value = values[index] as number;
    for (let target = 0; target < targets; target += 1) {
      errors[target] = (errors[target] as number) + value * (state.weights[base + target] as number);
    }
  }
  for (let target = 0; target < targets; target += 1) {
    const share = 1 / (1 + Math.exp(-(errors[target] as number)));
    errors[target] = (share - (example.wanted[target] as number)) * (example.importance[target] as number);
  }
}

function updateRow(
  state: FitState,
  base: number,
  value: number,
  room: Room,
  active: number,
  options: FitOptions,
): void {
  const { weights, squares } = state;
  const { rate, ridge, lasso } = options;
  for (let index = 0; index < active; index += 1) {
    const target = room.active[index] as number;
    const place = base + target;
    const weight = weights[place] as number;
    const gradient = (room.errors[target] as number) * value + ridge * weight;
    const square = (squares[place] as number) + gradient * gradient;
    squares[place] = square;
    const stepSize = rate / Math.sqrt(square);
    const moved = weight - stepSize * gradient;
    const shrink = stepSize * lasso;
    weights[place] = moved > shrink ? moved - shrink : moved < -shrink ? moved + shrink : 0;
  }
}
