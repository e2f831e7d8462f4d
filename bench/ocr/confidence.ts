import { countWords } from './text-error.ts';

/** Words of which the engine was sure to a degree, and how many of them are not in the truth. */
export interface ConfidenceBand {
  readonly from: number;
  readonly to: number;
  readonly words: number;
  readonly wrong: number;
}

export interface Judged {
  readonly truth: string;
  readonly words: readonly { readonly text: string; readonly confidence: number }[];
}

const bounds = [0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.001];

/** A word is right when the truth holds it as often as it was read; the order does not matter. */
export function wrongByConfidence(files: readonly Judged[]): ConfidenceBand[] {
  const judged = files.flatMap(judge);
  return bounds.slice(1).map((to, index) => {
    const from = bounds[index] ?? 0;
    const inside = judged.filter(({ confidence }) => confidence >= from && confidence < to);
    return {
      from,
      to: Math.min(1, to),
      words: inside.length,
      wrong: inside.filter((one) => !one.right).length,
    };
  });
}

function judge({ truth, words }: Judged): { confidence: number; right: boolean }[] {
  const left = countWords(truth);
  // The surest word first: of two readings of one word it is the likelier one.
  const surest = [...words].sort((one, other) => other.confidence - one.confidence);
  return surest.flatMap(({ text, confidence }) =>
    [...countWords(text).keys()].map((word) => {
      const count = left.get(word) ?? 0;
      left.set(word, count - 1);
      return { confidence, right: count > 0 };
    }),
  );
}
