import {
  type AccountMatch,
  definitionOf,
  done,
  type Fields,
  foldNumber,
  type Letter,
  worthALook,
} from '@mailroom/core';
import type { DocumentInWork } from '@mailroom/database';
import { correctNumbers, extractFields, matchAccount } from '@mailroom/indexer';
import type { Context } from '../context.ts';
import type { Stage } from '../stage.ts';

/** Whose letter is it, and which dates, numbers and addresses does it name? */
export const index: Stage = {
  name: 'index',
  from: 'classified',
  to: 'indexed',

  async run({ document: { channel, receivedAt }, findings }, context) {
    const letter = { channel, text: findings.text, receivedAt };
    const found = await matchAccount(letter, context.customers);
    const fields = await findFields(letter, findings.intents, context);
    // Nobody will look at the guess when the work needs no account: then only a sure one is linked.
    const isSeen =
      findings.doubts.length > 0 ||
      findings.intents.some(
        (one) => one.chosen && definitionOf(context.rules().taxonomy, one.intent).needsAccount,
      );
    const match = found.doubt === undefined || isSeen ? found : { ...found, account: null };
    return done({
      indexing: { fields: await asTheAccountHas(fields, letter, found, context), match },
      doubt: found.doubt,
    });
  },
};

/** What the wishes that were taken need, and beside it what others need that a person will look at. */
async function findFields(
  letter: Letter,
  intents: DocumentInWork['findings']['intents'],
  { customers, rules }: Context,
): Promise<Fields> {
  const shapes = await customers.numberShapes();
  const { calendar } = rules();
  const fieldsFor = (wishes: typeof intents) =>
    extractFields(letter, { intents: wishes.map((one) => one.intent), shapes, calendar });
  const taken = intents.filter((one) => one.chosen);
  const looked = intents.filter(
    (one) => one.chosen || (one.confidence >= worthALook && one.intent !== 'other'),
  );
  return looked.length > taken.length ? { ...fieldsFor(looked), ...fieldsFor(taken) } : fieldsFor(taken);
}

/** A mail is not recognised, so nothing in it is misread. */
async function asTheAccountHas(
  fields: Fields,
  { channel }: Letter,
  { account, doubt }: AccountMatch,
  { customers }: Context,
): Promise<Fields> {
  if (channel === 'email' || doubt !== undefined || !account) return fields;
  const value = foldNumber(account.customerNumber);
  const [customer] = await customers.byIdentifiers([{ kind: 'customerNumber', value }]);
  return customer ? correctNumbers(fields, customer) : fields;
}
