import { classifyByRulebook, decodeModel, loadModel, type RulebookClassifier } from '@mailroom/classifier';
import { follow, newerModel, type Queryable } from '@mailroom/database';

/** A classifier that changes its model when somebody puts another one in service, without a restart. */
export interface FollowedClassifier extends RulebookClassifier {
  close(): Promise<void>;
}

/** The model in service; while nobody has put one in service, the one that comes along. */
export async function followClassifier(database: Queryable): Promise<FollowedClassifier> {
  const builtIn = classifyByRulebook(loadModel());
  const followed = await follow({ id: 0, classifier: builtIn }, async ({ id }) => {
    const newer = await newerModel(database, id);
    if (!newer) return undefined;
    const { bytes } = newer;
    return {
      id: newer.id,
      classifier: bytes ? classifyByRulebook(decodeModel(bytes, 'in service')) : builtIn,
    };
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
