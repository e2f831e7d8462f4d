import { createClassifier, decodeModel, loadModel } from '@mailroom/classifier';
import { MisconfigurationError } from '@mailroom/core';
import { modelOfVersion, modelVersions, putModelInService } from '@mailroom/database';
import type { Configuration } from '../configuration.ts';
import { openMailroom } from '../mailroom.ts';
import { table } from '../table.ts';

/** The trained models, newest first, and the one that comes along. */
export async function listModels(configuration: Configuration): Promise<void> {
  await using mailroom = await openMailroom(configuration);
  const versions = await modelVersions(mailroom.database);
  const own = versions.map(({ version, madeAt, letters, labels, inService }) => [
    ...[version, madeAt.toISOString().slice(0, 16), String(letters), String(labels)],
    inService ? 'in service' : '',
  ]);
  const { version, trainedOn } = loadModel();
  const isReplaced = versions.some(({ inService }) => inService);
  const builtIn = [version, 'comes along', String(trainedOn), '0', isReplaced ? '' : 'in service'];
  process.stdout.write(table(['model', 'made', 'letters', 'from the desk', ''], [...own, builtIn]));
}

/** Puts a model in service on every machine: the way back when a new one disappoints. */
export async function useModel(configuration: Configuration, version: string): Promise<void> {
  await using mailroom = await openMailroom(configuration);
  const { database, rules } = mailroom;
  const builtIn = loadModel();
  const bytes = await modelOfVersion(database, version);
  const isBuiltIn = !bytes && version === builtIn.version;
  if (!bytes && !isBuiltIn)
    throw new MisconfigurationError(
      'no-such-model',
      `There is no model ${version}. "models" lists the ones there are.`,
    );
  // A model that knows an intent without a queue is refused here, not by every letter that comes in.
  createClassifier(bytes ? decodeModel(bytes, version) : builtIn, rules.current().rulebook.taxonomy);
  await putModelInService(database, isBuiltIn ? null : version, 'command line');
  process.stdout.write(`${version} is in service now.\n`);
}
