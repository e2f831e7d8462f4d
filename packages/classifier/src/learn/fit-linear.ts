import { type FeatureRows, indexRows, namesOfSources, rowOf } from './feature-rows.ts';
import { inFours, type Kernels, makeKernels, type Room } from './kernels/kernels.ts';
import type { LinearModel } from './linear-model.ts';
import { seededRandom, shuffled } from './random.ts';

/** One example: a sparse vector, and per target the wanted answer and how much it matters (0 leaves it out). */
export interface Example {
  readonly names: ArrayLike<number>;
  readonly values: ArrayLike<number>;
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
export async function fitLinear(examples: readonly Example[], options: FitOptions): Promise<LinearModel> {
  const rows = indexRows(namesOfSources(examples, options.minSources));
  const compact = examples.map((example) => compactExample(example, rows));
  const fitting = await startFitting(compact, rows.names.length, options);
  const random = seededRandom(options.seed);
  const restful = new Uint8Array(compact.length);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    for (const index of shuffled(compact.length, random)) {
      const example = compact[index] as CompactExample;
      // What taught nothing is left out once: that saves a third of the time and costs no accuracy.
      if (restful[index] === 1) {
        restful[index] = 0;
        continue;
      }
      const length = thin(fitting, example, random);
      restful[index] = step(fitting, example, length) ? 0 : 1;
    }
  }
  return finish(fitting, rows);
}

/** The state of a fit. A row has `width` numbers, of which the last are no targets'. */
interface Fitting {
  readonly options: FitOptions;
  readonly kernels: Kernels;
  readonly width: number;
  /** rows x width: weights, and the sums of squares by which AdaGrad slows down. */
  readonly weights: Room;
  readonly squares: Room;
  readonly bias: Float32Array;
  readonly biasSquares: Float32Array;
  /** One example thinned, and how far the answer to it is off. */
  readonly ids: Room<Int32Array>;
  readonly values: Room;
  readonly errors: Room;
}

interface CompactExample {
  readonly ids: Uint32Array;
  readonly values: Float32Array;
  readonly wanted: Float32Array;
  readonly importance: Float32Array;
}

async function startFitting(
  examples: readonly CompactExample[],
  rows: number,
  options: FitOptions,
): Promise<Fitting> {
  const width = inFours(options.targets);
  const longest = examples.reduce((most, { ids }) => Math.max(most, ids.length), 0);
  const kernels = await makeKernels(2 * rows * width + 2 * inFours(longest) + width);
  const squares = kernels.room(rows * width);
  squares.values.fill(1e-3);
  return {
    options,
    kernels,
    width,
    weights: kernels.room(rows * width),
    squares,
    bias: new Float32Array(options.targets).fill(-2),
    biasSquares: new Float32Array(options.targets).fill(1),
    ids: kernels.wholeRoom(longest),
    values: kernels.room(longest),
    errors: kernels.room(width),
  };
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

/** Places what is kept of a vector and gives its length. */
function thin(fitting: Fitting, example: CompactExample, random: () => number): number {
  const { dropout } = fitting.options;
  const [ids, values] = [fitting.ids.values, fitting.values.values];
  let length = 0;
  for (let index = 0; index < example.ids.length; index += 1) {
    if (dropout > 0 && random() < dropout) continue;
    ids[length] = example.ids[index] as number;
    values[length] = (example.values[index] as number) / (1 - dropout);
    length += 1;
  }
  return length;
}

/** Most examples say nothing new about most targets; leaving those out saves most of the time. */
const leastError = 5e-3;

/** One gradient step on one example; whether it taught anything. */
function step(fitting: Fitting, example: CompactExample, length: number): boolean {
  const { kernels, width, weights, squares, ids, values, errors, bias, biasSquares, options } = fitting;
  const { rate, ridge, lasso, targets } = options;
  errors.values.set(bias);
  kernels.addRows(errors.at, weights.at, width, ids.at, values.at, length);
  for (let target = 0; target < targets; target += 1) {
    const share = 1 / (1 + Math.exp(-(errors.values[target] as number)));
    const error = (share - (example.wanted[target] as number)) * (example.importance[target] as number);
    const square = (biasSquares[target] as number) + error * error;
    biasSquares[target] = square;
    bias[target] = (bias[target] as number) - (rate * error) / Math.sqrt(square);
    errors.values[target] = Math.abs(error) < leastError ? 0 : error;
  }
  errors.values.fill(0, targets);
  let taught = false;
  for (let from = 0; from < targets; from += 4) {
    if (!anyError(errors.values, from)) continue;
    taught = true;
    const [here, squaresHere] = [weights.at + from * 4, squares.at + from * 4];
    kernels.teachRows(
      here,
      squaresHere,
      width,
      ids.at,
      values.at,
      length,
      errors.at + from * 4,
      rate,
      ridge,
      lasso,
    );
  }
  return taught;
}

const anyError = (errors: Float32Array, from: number): boolean =>
  errors[from] !== 0 || errors[from + 1] !== 0 || errors[from + 2] !== 0 || errors[from + 3] !== 0;

function finish({ options: { targets }, width, weights, bias }: Fitting, rows: FeatureRows): LinearModel {
  const own = new Float32Array(rows.names.length * targets);
  for (let row = 0; row < rows.names.length; row += 1) {
    own.set(weights.values.subarray(row * width, row * width + targets), row * targets);
  }
  return { targets, rows, weights: own, bias };
}
