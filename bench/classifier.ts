import { parseArgs } from 'node:util';
import {
  crossJudge,
  defaultTrainOptions,
  evaluate,
  formatEvaluation,
  judgeBaseline,
  judgeLetters,
  loadTaxonomy,
  readCorpus,
  readPhrases,
  type TrainingLetter,
  train,
} from '@mailroom/classifier';

/*
 * npm run -s bench classifier -- [--parts 5] [--baseline]
 * Trains once for each part of the authors, without them, limits included, and judges their letters: what the
 * classifier does with letters of people it never read. Takes `parts` times as long as training.
 * --baseline: natural's Bayes classifier instead, in a minute or two; one wish for each letter, and never a doubt.
 */

const { values } = parseArgs({
  options: { parts: { type: 'string', default: '5' }, baseline: { type: 'boolean', default: false } },
});
const taxonomy = loadTaxonomy();
const options = {
  ...defaultTrainOptions,
  intents: taxonomy.intents.map(({ intent }) => intent),
  phrases: readPhrases(),
};
const ours = async (seen: readonly TrainingLetter[], unseen: readonly TrainingLetter[]) =>
  judgeLetters(unseen, await train(seen, options), taxonomy);

const startedAt = performance.now();
const judged = await crossJudge(readCorpus(), Number(values.parts), values.baseline ? judgeBaseline : ours);
process.stdout.write(`${formatEvaluation(evaluate(judged))}\n`);
process.stdout.write(
  `${judged.length} letters, ${values.parts} trainings in ${((performance.now() - startedAt) / 1000).toFixed(0)} s\n`,
);
