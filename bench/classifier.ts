import { parseArgs } from 'node:util';
import {
  crossJudge,
  defaultTrainOptions,
  evaluate,
  formatEvaluation,
  loadTaxonomy,
  readCorpus,
  readPhrases,
} from '@mailroom/classifier';

/*
 * npm run -s bench classifier -- [--parts 5]
 * Trains once for each part of the authors, without them, limits included, and judges their letters: what the
 * classifier does with letters of people it never read. Takes `parts` times as long as training.
 */

const { values } = parseArgs({ options: { parts: { type: 'string', default: '5' } } });
const taxonomy = loadTaxonomy();
const intents = taxonomy.intents.map(({ intent }) => intent);
const startedAt = performance.now();
const options = { ...defaultTrainOptions, intents, phrases: readPhrases() };
const judged = await crossJudge(readCorpus(), options, taxonomy, Number(values.parts));
process.stdout.write(`${formatEvaluation(evaluate(judged))}\n`);
process.stdout.write(
  `${judged.length} letters, ${values.parts} trainings in ${((performance.now() - startedAt) / 1000).toFixed(0)} s\n`,
);
