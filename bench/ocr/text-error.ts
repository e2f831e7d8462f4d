/** Character error rate: edit distance over the truth's length, white space folded. May exceed 1. */
export function characterError(truth: string, read: string): number {
  const [expected, got] = [fold(truth), fold(read)];
  let row = Uint32Array.from({ length: got.length + 1 }, (_, index) => index);
  for (let at = 1; at <= expected.length; at += 1) {
    const next = new Uint32Array(row.length);
    next[0] = at;
    for (let column = 1; column < row.length; column += 1) {
      const same = expected[at - 1] === got[column - 1] ? 0 : 1;
      next[column] = Math.min(
        (row[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (row[column - 1] ?? 0) + same,
      );
    }
    row = next;
  }
  return (row.at(-1) ?? 0) / Math.max(1, expected.length);
}

/** F1 of the words as a bag, for truths without a reading order (forms). */
export function wordF1(truth: string, read: string): number {
  const [expected, got] = [countWords(truth), countWords(read)];
  let hits = 0;
  for (const [word, count] of expected) hits += Math.min(count, got.get(word) ?? 0);
  const total = sum(expected) + sum(got);
  return total === 0 ? 1 : (2 * hits) / total;
}

/** The numbers of three digits and more in the truth that were not read sign for sign, and how many there are. */
export function missedNumbers(truth: string, read: string): { missed: number; numbers: number } {
  const got = new Set(read.split(/\s+/));
  const numbers = truth.split(/\s+/).filter((word) => /\d{3}/.test(word));
  return { missed: numbers.filter((word) => !got.has(word)).length, numbers: numbers.length };
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

export function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function sum(counts: Map<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}
