/** Which row of a model belongs to which feature: plain data, so that it crosses threads. */
export interface FeatureRows {
  /** Feature names (hashes), row after row. */
  readonly names: Uint32Array;
  /** An open hash table: row + 1, or 0 for an empty slot. A Map is far slower, and nothing is done more often. */
  readonly slots: Uint32Array;
}

export function indexRows(names: Uint32Array): FeatureRows {
  const slots = makeSlots(names.length);
  for (const [row, name] of names.entries()) slots[findSlot(names, slots, name)] = row + 1;
  return { names, slots };
}

/** The row of a feature, or -1. */
export function rowOf({ names, slots }: FeatureRows, name: number): number {
  return (slots[findSlot(names, slots, name)] as number) - 1;
}

/** The names, each once, that stand in examples of at least `fewest` sources; in ascending order. */
export function namesOfSources(
  examples: readonly { readonly names: ArrayLike<number>; readonly source: string }[],
  fewest: number,
): Uint32Array {
  const most = examples.reduce((sum, { names }) => sum + names.length, 0);
  const names = new Uint32Array(most);
  const slots = makeSlots(most);
  const sources = new Uint32Array(most);
  const lastSource = new Uint32Array(most);
  const numbers = new Map<string, number>();
  let count = 0;
  for (const example of examples) {
    const number = numbers.get(example.source) ?? numbers.size + 1;
    numbers.set(example.source, number);
    for (let index = 0; index < example.names.length; index += 1) {
      const name = example.names[index] as number;
      const slot = findSlot(names, slots, name);
      if (slots[slot] === 0) {
        names[count] = name;
        count += 1;
        slots[slot] = count;
      }
      const row = (slots[slot] as number) - 1;
      if (lastSource[row] === number) continue;
      lastSource[row] = number;
      sources[row] = (sources[row] as number) + 1;
    }
  }
  return names
    .subarray(0, count)
    .filter((_, row) => (sources[row] as number) >= fewest)
    .sort();
}

const makeSlots = (names: number): Uint32Array => new Uint32Array(2 ** Math.ceil(Math.log2(2 * names + 2)));

/** The slot of a name, or the empty one where it belongs. */
function findSlot(names: Uint32Array, slots: Uint32Array, name: number): number {
  const mixed = Math.imul(name, 0x9e3779b1); // Fibonacci hashing: some models number their features 1, 2, 3
  let slot = (mixed ^ (mixed >>> 15)) & (slots.length - 1);
  for (;;) {
    const row = (slots[slot] as number) - 1;
    if (row < 0 || names[row] === name) return slot;
    slot = (slot + 1) & (slots.length - 1);
  }
}
