import { type Classification, done } from '@mailroom/core';
import { loadText, saveClassification, saveDoubt } from '@mailroom/database';
import type { Stage } from '../stage.ts';

/** What does the sender want? Several intents, each with its confidence; doubt where the machine is not sure. */
export const classify: Stage<Classification> = {
  name: 'classify',
  from: 'read',
  to: 'classified',

  async run(document, { rules, database }) {
    const text = await loadText(database, document.id);
    return done(
      rules().classifier.classify({ channel: document.channel, text, receivedAt: document.receivedAt }),
    );
  },

  async save(transaction, document, classification) {
    await saveClassification(transaction, document.id, classification);
    await saveDoubt(transaction, document.id, 'classify', classification.doubt);
  },
};
