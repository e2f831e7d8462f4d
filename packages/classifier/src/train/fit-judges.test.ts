import { expect, it } from 'vitest';
import type { TrainingLetter } from '../corpus/corpus-letter.ts';
import { scoreLinear, sigmoid } from '../learn/linear-model.ts';
import { fitCombine } from './fit-judges.ts';

/** A letter with one input, which is always 1, and one intent that it has or not. */
function scored(id: string, kind: TrainingLetter['kind'], wanted: number) {
  const letter: TrainingLetter = { id, author: id, kind, channel: 'letter', text: '', intents: [] };
  return { letter, stacked: [{ names: [0], values: [1], most: 0 }], wanted: Float32Array.of(wanted) };
}

it('counts a letter that was written to mislead half', async () => {
  const letters = Array.from({ length: 400 }, (_, index) =>
    index % 2 === 0 ? scored(`a${index}`, 'everyday', 1) : scored(`a${index}`, 'hard', 0),
  );
  const model = await fitCombine(letters, { intents: ['cancellation'], seed: 1 });
  expect(sigmoid(scoreLinear(model, [0], [1])[0] ?? 0)).toBeCloseTo(2 / 3, 1);
});
