import { done } from '@mailroom/core';
import { sendersWords } from '@mailroom/indexer';
import type { Stage } from '../stage.ts';

/** What does the sender want? Several intents, each with its confidence; doubt where the machine is not sure. */
export const classify: Stage = {
  name: 'classify',
  from: 'read',
  to: 'classified',

  async run({ document: { channel, receivedAt }, findings: { text } }, { rules }) {
    const words = sendersWords({ channel, text });
    const classification = rules().classifier.classify({ channel, text: words, receivedAt });
    return done({ classification, doubt: classification.doubt });
  },
};
