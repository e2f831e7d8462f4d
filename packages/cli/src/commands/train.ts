import { resolve } from 'node:path';
import {
  type CorpusLetter,
  defaultTrainOptions,
  loadTaxonomy,
  parseCorpus,
  readCorpus,
  readPhrases,
  saveModel,
  train,
} from '@mailroom/classifier';
import type { Configuration } from '../configuration.ts';
import { readInput } from '../read-input.ts';

/** Trains the classifier on the letters that come along and those of `files`, and writes the model. */
export async function trainModel(
  { MAILROOM_TAXONOMY }: Configuration,
  files: readonly string[],
  { out = 'model.gz' }: { out?: string | undefined },
): Promise<void> {
  const startedAt = performance.now();
  const intents = loadTaxonomy(MAILROOM_TAXONOMY).intents.map((one) => one.intent);
  const letters = [...readCorpus(), ...(await readLetters(files))];
  const model = await train(letters, { ...defaultTrainOptions, intents, phrases: readPhrases() });
  saveModel(model, out);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(
    `Model ${model.version} of ${model.trainedOn} letters in ${seconds} s: ${resolve(out)}\n`,
  );
  process.stdout.write(
    'Measure it with MAILROOM_MODEL and "evaluate", then take it into service with MAILROOM_MODEL.\n',
  );
}

export async function readLetters(files: readonly string[]): Promise<readonly CorpusLetter[]> {
  const texts = await Promise.all(files.map(readInput));
  return texts.flatMap((text, index) => parseCorpus(text.toString('utf8'), files[index]));
}
