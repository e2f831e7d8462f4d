import { writeFile } from 'node:fs/promises';
import {
  drawReliability,
  evaluate,
  formatEvaluation,
  judgeLetters,
  loadModel,
  loadTaxonomy,
} from '@mailroom/classifier';
import type { Configuration } from '../configuration.ts';
import { readLetters } from './train.ts';

/** Measures the model in service on labelled letters; honest only for authors that it was not trained on. */
export async function evaluateModel(
  { MAILROOM_MODEL, MAILROOM_TAXONOMY }: Configuration,
  file: string,
  { diagram }: { diagram?: string | undefined },
): Promise<void> {
  const letters = await readLetters([file]);
  const evaluation = evaluate(
    judgeLetters(letters, loadModel(MAILROOM_MODEL), loadTaxonomy(MAILROOM_TAXONOMY)),
  );
  process.stdout.write(`${formatEvaluation(evaluation)}\n`);
  if (diagram === undefined) return;
  await writeFile(diagram, drawReliability(evaluation.reliability));
  process.stdout.write(`Reliability diagram: ${diagram}\n`);
}
