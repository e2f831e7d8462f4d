import { resolve } from 'node:path';
import { corpusFolder, readCorpus, saveModel, train } from '@mailroom/classifier';

/** Trains the classifier on the corpus and writes the model. */
export async function trainModel({ out = 'model.json.gz' }: { out?: string | undefined }): Promise<void> {
  const startedAt = performance.now();
  const model = train(await readCorpus(corpusFolder));
  await saveModel(model, out);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`Model ${model.version} trained in ${seconds} s, written to ${resolve(out)}.\n`);
  process.stdout.write('Take it into service with MAILROOM_MODEL.\n');
}
