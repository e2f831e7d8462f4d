// Makes the model that comes along from the letters that come along: node packages/classifier/src/train/main.ts
import { readCorpus } from '../corpus/read-corpus.ts';
import { readPhrases } from '../corpus/read-phrases.ts';
import { loadTaxonomy } from '../load-taxonomy.ts';
import { defaultModelPath, saveModel } from '../save-model.ts';
import { defaultTrainOptions, train } from './train.ts';

const intents = loadTaxonomy().intents.map(({ intent }) => intent);
const started = Date.now();
const letters = readCorpus();
const model = await train(letters, { ...defaultTrainOptions, intents, phrases: readPhrases() });
saveModel(model, defaultModelPath);
process.stdout.write(
  `${model.version}: ${letters.length} letters, ${Math.round((Date.now() - started) / 1000)} s, written to ${defaultModelPath}\n`,
);
