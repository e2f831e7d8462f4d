import { resolve } from 'node:path';
import { defaultTrainOptions, loadTaxonomy, readCorpus, saveModel, train } from '@mailroom/classifier';
import type { Configuration } from '../configuration.ts';

/** Trains the classifier on the corpus and writes the model. */
export async function trainModel(
  { MAILROOM_TAXONOMY }: Configuration,
  { out = 'model.gz' }: { out?: string | undefined },
): Promise<void> {
  const startedAt = performance.now();
  const intents = loadTaxonomy(MAILROOM_TAXONOMY).intents.map((one) => one.intent);
  const model = train(readCorpus(), { ...defaultTrainOptions, intents });
  saveModel(model, out);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(
    `Model ${model.version} of ${model.trainedOn} letters, trained in ${seconds} s: ${resolve(out)}\n`,
  );
  process.stdout.write('Take it into service with MAILROOM_MODEL.\n');
}
