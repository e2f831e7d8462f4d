import { definitionOf, done } from '@mailroom/core';
import { extractFields, matchAccount } from '@mailroom/indexer';
import type { Stage } from '../stage.ts';

/** Whose letter is it, and which dates, numbers and addresses does it name? */
export const index: Stage = {
  name: 'index',
  from: 'classified',
  to: 'indexed',

  async run({ document: { channel, receivedAt }, findings }, { customers, rules }) {
    const letter = { channel, text: findings.text, receivedAt };
    const intents = findings.intents.filter((one) => one.chosen).map((one) => one.intent);
    const { taxonomy, calendar } = rules();
    const shapes = await customers.numberShapes();
    const fields = extractFields(letter, { intents, shapes, calendar });
    const found = await matchAccount(letter, customers);
    // Nobody will look at the guess when the work needs no account: then only a sure one is linked.
    const isSeen =
      findings.doubts.length > 0 || intents.some((one) => definitionOf(taxonomy, one).needsAccount);
    const match = found.doubt === undefined || isSeen ? found : { ...found, account: null };
    return done({ indexing: { fields, match }, doubt: found.doubt });
  },
};
