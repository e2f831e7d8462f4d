import { decodeModel, loadModel, type Model } from '@mailroom/classifier';
import { newerModel, type Queryable } from '@mailroom/database';

/** The model in service as it is now: the one last put in service, else the one that comes along. */
export async function modelInService(database: Queryable): Promise<Model> {
  const bytes = (await newerModel(database, 0))?.bytes;
  return bytes ? decodeModel(bytes, 'in service') : loadModel();
}
