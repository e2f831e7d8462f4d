import { classifyByRulebook, decodeModel, loadModel, type RulebookClassifier } from '@mailroom/classifier';
import { follow, type ModelInService, newerModel, type Queryable } from '@mailroom/database';

/** A classifier that changes its model when somebody puts another one in service, without a restart. */
export interface FollowedClassifier extends RulebookClassifier {
  close(): Promise<void>;
}

/** The model in service; while nobody has put one in service, the one that comes along. */
export async function followClassifier(database: Queryable): Promise<FollowedClassifier> {
  const first = await newerModel(database, 0);
  const followed = await follow(load(first), async ({ id }) => {
    const newer = await newerModel(database, id);
    return newer && load(newer);
  });
  const inService = () => followed.current().classifier;
  return {
    get curve() {
      return inService().curve;
    },
    get trainedTarget() {
      return inService().trainedTarget;
    },
    get intents() {
      return inService().intents;
    },
    under: (rulebook) => inService().under(rulebook),
    close: () => followed.close(),
  };
}

function load(change: ModelInService | undefined) {
  const model = change?.bytes ? decodeModel(change.bytes, 'in service') : loadModel();
  return { id: change?.id ?? 0, classifier: classifyByRulebook(model) };
}
