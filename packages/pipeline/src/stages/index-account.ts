import { type AccountMatch, done, type Fields } from '@mailroom/core';
import { loadIntents, loadText, saveDoubt, saveIndexing } from '@mailroom/database';
import { extractFields, matchAccount } from '@mailroom/indexer';
import type { Stage } from '../stage.ts';

interface Indexing {
  readonly fields: Fields;
  readonly match: AccountMatch;
}

/** Whose letter is it, and which dates, numbers and addresses does it name? */
export const index: Stage<Indexing> = {
  name: 'index',
  from: 'classified',
  to: 'indexed',

  async run(document, { database, customers, rules }) {
    const text = await loadText(database, document.id);
    const intents = (await loadIntents(database, document.id)).filter((one) => one.chosen);
    const letter = { channel: document.channel, text, receivedAt: document.receivedAt };
    const shapes = await customers.numberShapes();
    const fields = extractFields(letter, {
      intents: intents.map((one) => one.intent),
      shapes,
      calendar: rules().calendar,
    });
    return done({ fields, match: await matchAccount(letter, customers) });
  },

  async save(transaction, document, indexing) {
    await saveIndexing(transaction, document.id, indexing);
    await saveDoubt(transaction, document.id, 'index', indexing.match.doubt);
  },
};
