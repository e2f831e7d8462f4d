import { done, review } from '@mailroom/core';
import { decideRoute, dueTimes, receiptDate } from '@mailroom/router';
import type { Stage } from '../stage.ts';
import { followTwins } from '../twins/follow-twins.ts';
import { lookForTwins } from '../twins/look-for-twins.ts';
import { planTwins } from '../twins/plan-twins.ts';
import { index } from './index-account.ts';

/**
 * The receipt date starts every deadline; each intent becomes a work item in its queue, or a person decides. A letter
 * that came before shares the work of the one that did.
 */
export const route: Stage = {
  name: 'route',
  from: 'indexed',
  to: 'routed',

  async run(inWork, { database, rules }) {
    const { document, findings } = inWork;
    const { doubts } = findings;
    const { taxonomy, calendar } = rules();
    const { date } = receiptDate(document.channel, document.receivedAt, calendar);
    const intents = findings.intents.filter((one) => one.chosen).map((one) => one.intent);
    const customerNumber = findings.accounts.find((one) => one.linked)?.customerNumber ?? null;
    const { workItems, reason } = decideRoute(
      {
        ...{ intents, customerNumber, receiptDate: date },
        doubts: doubts.filter((one) => one.stage !== index.name).map((one) => one.reason),
        accountDoubts: doubts.filter((one) => one.stage === index.name).map((one) => one.reason),
      },
      { taxonomy, calendar },
    );
    const twins = await lookForTwins(database, inWork, customerNumber);
    const plan = await planTwins(database, twins, {
      ...{ state: reason === undefined ? 'routed' : 'review', intents, customerNumber },
      ...{ doubtedBy: doubts.map((one) => one.stage), channel: document.channel, isDone: false },
    });
    const isCopy = plan.decision === 'copy';
    const receipt = { date, duesFrom: (from: string) => dueTimes(from, { taxonomy, calendar }) };
    const found = {
      route: { receiptDate: date, workItems: isCopy ? [] : workItems },
      twins: { ...twins, follow: followTwins(document, plan, receipt) },
    };
    return reason === undefined || isCopy ? done(found) : review(reason, found);
  },
};
