import type { Vector } from '../features/letter-features.ts';
import { type Example, type FitOptions, fitLinear } from '../learn/fit-linear.ts';
import type { LetterScores } from '../learn/letter-scores.ts';
import type { LinearModel } from '../learn/linear-model.ts';
import { orderInputs, type StackedVector } from '../learn/stack-scores.ts';
import { type Judged, misroutedShare } from './choose-limits.ts';
import type { PreparedLetter } from './make-examples.ts';

interface Options {
  readonly intents: readonly string[];
  readonly seed: number;
}

/** A letter with what readers say about it that did not see it, and the inputs of the combining model from that. */
export type Scored = PreparedLetter & {
  readonly scores: LetterScores;
  readonly stacked: readonly StackedVector[];
};

const shared: Omit<FitOptions, 'seed' | 'epochs'> = {
  targets: 1,
  rate: 0.1,
  ridge: 1e-3,
  lasso: 1e-4,
  minSources: 1,
  dropout: 0,
};

/**
 * How much a letter that was written to mislead counts in probabilities: the corpus holds far more of them than a
 * mailroom sees, and what they teach about how likely a wish is would make every plain letter doubtful. (At 1, with
 * 74 authors: 10.9 % of everyday letters in doubt about a cancellation instead of 9.3 %, hard F1 0.2 better.)
 */
const hardShare = 0.5;

/**
 * Intents for which no reader says more than this (log odds) are left out of the fit: two of three, and they teach
 * next to nothing (one in eight thousand of them is wanted). They get their low probability all the same.
 */
const leastSaid = -4.5;

/** Which intents a letter carries, from what the readers say. */
export function fitCombine(
  letters: readonly Pick<Scored, 'letter' | 'stacked' | 'wanted'>[],
  { seed }: Options,
): Promise<LinearModel> {
  const examples = letters.flatMap(({ letter, stacked, wanted }) =>
    stacked
      .map((vector, intent) => ({
        ...toExample(vector, wanted[intent] ?? 0, letter.id),
        importance: Float32Array.of(letter.kind === 'hard' ? hardShare : 1),
        said: vector.most > leastSaid,
      }))
      .filter(({ said }) => said),
  );
  return fitLinear(examples, { ...shared, seed: seed + 2, epochs: 8, rate: 0.2 });
}

/** Which of the intents that a letter carries is named first. */
export function fitOrder(letters: readonly Scored[], { intents, seed }: Options): Promise<LinearModel> {
  const examples = letters.flatMap(({ letter, scores, features, wanted }) => {
    const first = intents.indexOf(letter.intents[0]?.intent ?? '');
    return orderInputs(scores, features, intents.length)
      .map((vector, intent) => ({
        ...toExample(vector, intent === first ? 1 : 0, letter.id),
        carried: wanted[intent] === 1,
      }))
      .filter(({ carried }) => carried && letter.intents.length > 1);
  });
  return fitLinear(examples, { ...shared, seed: seed + 3, epochs: 40 });
}

/** How much of what a decision sends goes where it belongs; a second wish that it misses does no harm here. */
export function fitTrust(judged: readonly Judged[], { intents, seed }: Options): Promise<LinearModel> {
  const examples = judged.map((one) =>
    toExample(
      { names: [...one.reading.grounds.keys()], values: one.reading.grounds },
      1 - misroutedShare(one, intents),
      one.letter.id,
    ),
  );
  return fitLinear(examples, { ...shared, seed: seed + 4, epochs: 40 });
}

function toExample({ names, values }: Vector, wanted: number, source: string): Example {
  return { names, values, wanted: Float32Array.of(wanted), importance: Float32Array.of(1), source };
}
