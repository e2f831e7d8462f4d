import { done, review } from '@mailroom/core';
import {
  loadAccounts,
  loadDoubts,
  loadIntents,
  type NewWorkItem,
  saveReceiptDate,
  saveWorkItems,
} from '@mailroom/database';
import { decideRoute, receiptDate } from '@mailroom/router';
import type { Stage } from '../stage.ts';
import { index } from './index-account.ts';

interface Route {
  readonly receiptDate: string;
  readonly workItems: readonly NewWorkItem[];
}

/** The receipt date starts every deadline; each intent becomes a work item in its queue, or a person decides. */
export const route: Stage<Route> = {
  name: 'route',
  from: 'indexed',
  to: 'routed',

  async run(document, { database, rules }) {
    const [intents, accounts, doubts] = await Promise.all([
      loadIntents(database, document.id),
      loadAccounts(database, document.id),
      loadDoubts(database, document.id),
    ]);
    const { taxonomy, calendar } = rules();
    const received = receiptDate(document.channel, document.receivedAt, calendar);
    const decision = decideRoute(
      {
        intents: intents.filter((one) => one.chosen).map((one) => one.intent),
        customerNumber: accounts.find((one) => one.linked)?.customerNumber ?? null,
        receiptDate: received.date,
        doubts: doubts.filter((one) => one.stage !== index.name).map((one) => one.reason),
        accountDoubts: doubts.filter((one) => one.stage === index.name).map((one) => one.reason),
      },
      { taxonomy, calendar },
    );
    const result = { receiptDate: received.date, workItems: decision.workItems };
    return decision.reason === undefined ? done(result) : review(decision.reason, result);
  },

  async save(transaction, document, { receiptDate: date, workItems }) {
    await saveReceiptDate(transaction, document.id, date);
    await saveWorkItems(transaction, document.id, workItems);
  },
};
