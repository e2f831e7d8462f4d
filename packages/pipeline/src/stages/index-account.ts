import { done } from '@mailroom/core';
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
    const shapes = await customers.numberShapes();
    const fields = extractFields(letter, { intents, shapes, calendar: rules().calendar });
    const match = await matchAccount(letter, customers);
    return done({ indexing: { fields, match }, doubt: match.doubt });
  },
};
