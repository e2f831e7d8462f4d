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
    const read = await findFields(letter, findings.intents, context);
    const fields = await asTheAccountHas(read, letter, found, context);
    // Nobody will look at the guess when the work needs no account: then only a sure one is linked.
    const { taxonomy } = context.rules();
    const needsAccount = findings.intents.some(
      (one) => one.chosen && definitionOf(taxonomy, one.intent).needsAccount,
    );
    const isSeen = findings.doubts.length > 0 || needsAccount;
    const match = found.doubt === undefined || isSeen ? found : { ...found, account: null };
    return done({ indexing: { fields, match }, doubt: found.doubt });
  },
};

/** The fields of the wishes that were taken; what they leave open, for wishes that a person will be shown beside them. */
async function findFields(
  letter: Letter,
  intents: DocumentInWork['findings']['intents'],
  { customers, rules }: Context,
): Promise<Fields> {
  const shapes = await customers.numberShapes();
  const { calendar } = rules();
  const fieldsFor = (wishes: readonly string[]) =>
    extractFields(letter, { intents: wishes, shapes, calendar });
  const taken = intents.filter((one) => one.chosen).map((one) => one.intent);
  // Circulars and misdirected mail tell of other people's moves and accounts. (Without any wish, every field is sought.)
  if (taken.every((intent) => intent === 'other')) return fieldsFor(taken);
  const shown = intents.filter(
    (one) => !one.chosen && one.confidence >= worthALook && one.intent !== 'other',
  );
  const also = shown.length > 0 ? fieldsFor([...taken, ...shown.map((one) => one.intent)]) : {};
  return { ...also, ...fieldsFor(taken) };
}

async function asTheAccountHas(
  fields: Fields,
  { text }: Letter,
  { account, doubt }: AccountMatch,
  { customers }: Context,
): Promise<Fields> {
  const hasNumbers = fields.contractNumber !== undefined || fields.phone !== undefined;
  if (doubt !== undefined || !account || !hasNumbers) return fields;
  const value = foldNumber(account.customerNumber);
  const [customer] = await customers.byIdentifiers([{ kind: 'customerNumber', value }]);
  return customer ? correctNumbers(fields, text, customer, customers) : fields;
}
