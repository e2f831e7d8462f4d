import { done, review } from '@mailroom/core';
import { decideRoute, receiptDate } from '@mailroom/router';
import type { Stage } from '../stage.ts';
import { index } from './index-account.ts';

/** The receipt date starts every deadline; each intent becomes a work item in its queue, or a person decides. */
export const route: Stage = {
  name: 'route',
  from: 'indexed',
  to: 'routed',

  async run({ document, findings: { intents, accounts, doubts } }, { rules }) {
    const { taxonomy, calendar } = rules();
    const received = receiptDate(document.channel, document.receivedAt, calendar);
    const { workItems, reason } = decideRoute(
      {
        intents: intents.filter((one) => one.chosen).map((one) => one.intent),
        customerNumber: accounts.find((one) => one.linked)?.customerNumber ?? null,
        receiptDate: received.date,
        doubts: doubts.filter((one) => one.stage !== index.name).map((one) => one.reason),
        accountDoubts: doubts.filter((one) => one.stage === index.name).map((one) => one.reason),
      },
      { taxonomy, calendar },
    );
    const found = { route: { receiptDate: received.date, workItems } };
    return reason === undefined ? done(found) : review(reason, found);
  },
};
