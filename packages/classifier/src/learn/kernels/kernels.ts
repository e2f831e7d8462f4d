import { readFileSync } from 'node:fs';

/** Numbers in the memory that the kernels work on; `at` is where they begin, in bytes. */
export interface Room<Numbers = Float32Array> {
  readonly at: number;
  readonly values: Numbers;
}

/** What kernels.wat exports: pointers in bytes, counts (but the length of a list) divisible by four. */
interface Loops {
  multiply(out: number, matrix: number, rows: number, x: number, columns: number): void;
  addScaled(out: number, x: number, factor: number, count: number): void;
  keepStrongest(
    best: number,
    places: number,
    place: number,
    bias: number,
    a: number,
    b: number,
    c: number,
    count: number,
  ): void;
  moveByAdaGrad(
    weights: number,
    squares: number,
    gradient: number,
    factor: number,
    rate: number,
    count: number,
  ): void;
  moveByAdam(
    weights: number,
    mean: number,
    square: number,
    gradient: number,
    rate: number,
    count: number,
  ): void;
  addRows(out: number, rows: number, width: number, ids: number, values: number, length: number): void;
  teachRows(
    rows: number,
    squares: number,
    width: number,
    ids: number,
    values: number,
    length: number,
    errors: number,
    rate: number,
    ridge: number,
    lasso: number,
  ): void;
}

/** The kernels count in fours. */
export const inFours = (count: number): number => Math.ceil(count / 4) * 4;

export interface Kernels extends Loops {
  /** Room for so many noughts. */
  room(count: number): Room;
  wholeRoom(count: number): Room<Int32Array>;
}

let assembled: Promise<Uint8Array> | undefined;

async function assemble(): Promise<Uint8Array> {
  const { default: startWabt } = await import('wabt'); // only training needs it
  const wabt = await startWabt();
  const source = readFileSync(new URL('kernels.wat', import.meta.url), 'utf8');
  return wabt.parseWat('kernels.wat', source).toBinary({}).buffer;
}

/** Kernels with a memory of their own, of at most `most` numbers. */
export async function makeKernels(most: number): Promise<Kernels> {
  assembled ??= assemble();
  const memory = new WebAssembly.Memory({ initial: Math.ceil((most * 4) / 65_536) });
  const { instance } = await WebAssembly.instantiate<Loops>(await assembled, { host: { memory } });
  let used = 0;
  const take = (count: number): number => {
    const at = used;
    used += Math.ceil(count / 4) * 16;
    return at;
  };
  const room = (count: number): Room => {
    const at = take(count);
    return { at, values: new Float32Array(memory.buffer, at, count) };
  };
  const wholeRoom = (count: number): Room<Int32Array> => {
    const at = take(count);
    return { at, values: new Int32Array(memory.buffer, at, count) };
  };
  return { ...instance.exports, room, wholeRoom };
}
