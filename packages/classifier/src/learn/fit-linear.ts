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
  const rows = chooseRows(examples, options.minSources);
  const compact = examples.map((example) => compactExample(example, rows));
  const state: FitState = {
    weights: new Float32Array(rows.size * options.targets),
    squares: new Float32Array(rows.size * options.targets).fill(1e-3),
    bias: new Float32Array(options.targets).fill(-2),
    biasSquares: new Float32Array(options.targets).fill(1),
  };
  const random = seededRandom(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    for (const index of shuffled(compact.length, random)) {
      const example = compact[index];
      if (example) step(state, thin(example, options.dropout, random), options);
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

function chooseRows(examples: readonly Example[], minSources: number): Map<number, number> {
  const seen = new Map<number, { source: string; sources: number }>();
  for (const { names, source } of examples) {
    for (const name of names) {
      const entry = seen.get(name);
      if (!entry) seen.set(name, { source, sources: 1 });
      else if (entry.source !== source) {
        entry.source = source;
        entry.sources += 1;
      }
    }
  }
  const chosen = [...seen].filter(([, entry]) => entry.sources >= minSources).map(([name]) => name);
  return new Map(chosen.sort((a, b) => a - b).map((name, row) => [name, row]));
}

function compactExample(example: Example, rows: ReadonlyMap<number, number>): CompactExample {
  const ids: number[] = [];
  const values: number[] = [];
  for (const [index, name] of example.names.entries()) {
    const row = rows.get(name);
    if (row === undefined) continue;
    ids.push(row);
    values.push(example.values[index] ?? 0);
  }
  return {
    ids: Uint32Array.from(ids),
    values: Float32Array.from(values),
    wanted: example.wanted,
    importance: example.importance,
  };
}

function thin(example: CompactExample, dropout: number, random: () => number): CompactExample {
  if (dropout === 0) return example;
  const kept = example.ids.map(() => (random() < dropout ? 0 : 1));
  return {
    ...example,
    ids: example.ids.filter((_, index) => kept[index] === 1),
    values: example.values.filter((_, index) => kept[index] === 1).map((value) => value / (1 - dropout)),
  };
}

/** One gradient step on one example. Written with indices: this loop is nearly all of the training time. */
function step(state: FitState, example: CompactExample, options: FitOptions): void {
  const { targets, rate } = options;
  const errors = errorsOf(state, example, targets);
  for (let target = 0; target < targets; target += 1) {
    const gradient = errors[target] ?? 0;
    const square = (state.biasSquares[target] ?? 0) + gradient * gradient;
    state.biasSquares[target] = square;
    state.bias[target] = (state.bias[target] ?? 0) - (rate * gradient) / Math.sqrt(square);
  }
  const { ids, values } = example;
  for (let index = 0; index < ids.length; index += 1) {
    updateRow(state, (ids[index] as number) * targets, values[index] as number, errors, options);
  }
}

function errorsOf(state: FitState, example: CompactExample, targets: number): Float64Array {
  const { ids, values } = example;
  const scores = Float64Array.from(state.bias);
  for (let index = 0; index < ids.length; index += 1) {
    const base = (ids[index] as number) * targets;
    const value = values[index] as number;
    for (let target = 0; target < targets; target += 1) {
      scores[target] = (scores[target] as number) + value * (state.weights[base + target] as number);
    }
  }
  for (let target = 0; target < targets; target += 1) {
    const share = 1 / (1 + Math.exp(-(scores[target] as number)));
    scores[target] = (share - (example.wanted[target] as number)) * (example.importance[target] as number);
  }
  return scores;
}

function updateRow(
  state: FitState,
  base: number,
  value: number,
  errors: Float64Array,
  options: FitOptions,
): void {
  const { weights, squares } = state;
  for (let target = 0; target < options.targets; target += 1) {
    const error = errors[target] as number;
    // Most examples say nothing new about most targets; skipping them saves most of the time.
    if (error < 5e-3 && error > -5e-3) continue;
    const place = base + target;
    const weight = weights[place] as number;
    const gradient = error * value + options.ridge * weight;
    const square = (squares[place] as number) + gradient * gradient;
    squares[place] = square;
    const stepSize = options.rate / Math.sqrt(square);
    const moved = weight - stepSize * gradient;
    const shrink = stepSize * options.lasso;
    weights[place] = moved > shrink ? moved - shrink : moved < -shrink ? moved + shrink : 0;
  }
}
