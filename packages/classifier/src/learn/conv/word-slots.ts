import type { Kernels, Room } from '../kernels/kernels.ts';
import { normal } from './weights.ts';

/**
 * The words that learn. Each different word of a step has a slot: its vector, what it adds to the answers of all filters,
 * and the gradient of its vector. It is made when the step first meets the word.
 */
export interface WordSlots {
  /** Numbers of a vector, and answers of a word: three for each filter. */
  readonly word: number;
  readonly answersOfWord: number;
  /** For each token, the rows of its names. */
  readonly rowsOf: readonly Uint32Array[];
  /** rows x word, and the sums of squares by which AdaGrad slows down. */
  readonly names: Room;
  readonly squares: Room;
  readonly vectors: Room;
  readonly answers: Room;
  readonly gradients: Room;
  /** The slot of each token in this step, or -1; the token of each slot, and which rows take part. */
  readonly slotOf: Int32Array;
  readonly tokens: number[];
  readonly rows: (readonly number[])[];
}

export interface WordSlotsSize {
  readonly word: number;
  readonly filters: number;
  /** Different names, and the most different words of a step. */
  readonly names: number;
  readonly slots: number;
}

/** How many numbers of kernel memory the slots take. */
export const roomOfWordSlots = ({ word, filters, names, slots }: WordSlotsSize): number =>
  2 * names * word + slots * (2 * word + 3 * filters) + 16;

export function makeWordSlots(
  kernels: Kernels,
  rowsOf: readonly Uint32Array[],
  size: WordSlotsSize,
  random: () => number,
): WordSlots {
  const { word, filters, slots } = size;
  const names = kernels.room(size.names * word);
  for (let place = 0; place < names.values.length; place += 1) names.values[place] = 0.1 * normal(random);
  const squares = kernels.room(size.names * word);
  squares.values.fill(0.01);
  return {
    word,
    answersOfWord: 3 * filters,
    rowsOf,
    names,
    squares,
    vectors: kernels.room(slots * word),
    answers: kernels.room(slots * 3 * filters),
    gradients: kernels.room(slots * word),
    slotOf: new Int32Array(rowsOf.length).fill(-1),
    tokens: [],
    rows: [],
  };
}

/** The slot of a token; where the filters begin and whether a name is left out matter when it is made. */
export function slotFor(
  kernels: Kernels,
  slots: WordSlots,
  token: number,
  filtersAt: number,
  isLeftOut: () => boolean,
): number {
  const known = slots.slotOf[token] as number;
  if (known >= 0) return known;
  const { word, answersOfWord } = slots;
  const slot = slots.tokens.push(token) - 1;
  slots.slotOf[token] = slot;
  const all = slots.rowsOf[token] as Uint32Array;
  const rows: number[] = [];
  for (const row of all) if (all.length === 1 || !isLeftOut()) rows.push(row);
  slots.rows[slot] = rows;
  slots.vectors.values.fill(0, slot * word, (slot + 1) * word);
  slots.gradients.values.fill(0, slot * word, (slot + 1) * word);
  slots.answers.values.fill(0, slot * answersOfWord, (slot + 1) * answersOfWord);
  const vector = vectorAt(slots, slot);
  for (const row of rows) kernels.addScaled(vector, slots.names.at + row * word * 4, scaleOf(rows), word);
  kernels.multiply(slots.answers.at + slot * answersOfWord * 4, filtersAt, answersOfWord, vector, word);
  return slot;
}

export const vectorAt = ({ vectors, word }: WordSlots, slot: number): number => vectors.at + slot * word * 4;
export const gradientAt = ({ gradients, word }: WordSlots, slot: number): number =>
  gradients.at + slot * word * 4;

/** A word is the sum of its names over the root of their number. */
const scaleOf = (rows: readonly number[]): number => 1 / Math.sqrt(Math.max(1, rows.length));

/** AdaGrad: moves the names of every word of the step; then the slots are free. */
export function moveWords(kernels: Kernels, slots: WordSlots, rate: number): void {
  const { word, names, squares } = slots;
  for (const [slot, token] of slots.tokens.entries()) {
    const rows = slots.rows[slot] as readonly number[];
    for (const row of rows) {
      const at = row * word * 4;
      kernels.moveByAdaGrad(
        names.at + at,
        squares.at + at,
        gradientAt(slots, slot),
        scaleOf(rows),
        rate,
        word,
      );
    }
    slots.slotOf[token] = -1;
  }
  slots.tokens.length = 0;
}
