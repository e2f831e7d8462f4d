import { writeFile } from 'node:fs/promises';
import { drawReliability, evaluate, formatEvaluation, judgeLetters, withTarget } from '@mailroom/classifier';
import type { Configuration } from '../configuration.ts';
import { openMailroom } from '../mailroom.ts';
import { modelInService } from '../model-in-service.ts';
import { readLetters } from './train.ts';

/** Measures the model in service on labelled letters; honest only for authors that it was not trained on. */
export async function evaluateModel(
  configuration: Configuration,
  file: string,
  { diagram }: { diagram?: string | undefined },
): Promise<void> {
  const letters = await readLetters([file]);
  await using mailroom = await openMailroom(configuration);
  const { taxonomy, targetWrongRate } = mailroom.rules.current().rulebook;
  const model = withTarget(await modelInService(mailroom.database), targetWrongRate);
  const evaluation = evaluate(judgeLetters(letters, model, taxonomy));
  process.stdout.write(`${formatEvaluation(evaluation)}\n`);
  if (diagram === undefined) return;
  await writeFile(diagram, drawReliability(evaluation.reliability));
  process.stdout.write(`Reliability diagram: ${diagram}\n`);
}
