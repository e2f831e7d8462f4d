import { definitionOf, type Taxonomy } from '@mailroom/core';
import {
  advance,
  findCustomer,
  loadDocument,
  loadIntents,
  saveDecision,
  takeReview,
} from '@mailroom/database';
import { decideRoute, receiptDate } from '@mailroom/router';
import { notFound, ProblemError } from '../access/problem-error.ts';
import type { DeskOptions } from '../options.ts';

export interface ReviewDecision {
  readonly documentId: number;
  readonly actor: string;
  /** Most important first. */
  readonly intents: readonly string[];
  /** The wishes that were taken when the person began, in their order; undefined: whatever they are. */
  readonly seen?: readonly string[] | undefined;
  /** Null: a person has looked, and there is no account. */
  readonly customerNumber: string | null;
}

export interface Decided {
  /** To undo it with. */
  readonly label: number;
  readonly queues: readonly string[];
  readonly dueAt: Date | null;
}

/**
 * A person decides what a doubtful document is (or corrects a delivered one): it is routed by the same rules
 * as any other, what was delivered wrongly leaves its queue, and the decision is kept as a label to learn from.
 */
export async function decideReview(
  { database, rules }: Pick<DeskOptions, 'database' | 'rules'>,
  { documentId, actor, intents, seen, customerNumber }: ReviewDecision,
): Promise<Decided> {
  const { taxonomy, calendar } = rules.current().rulebook;
  const document = await loadDocument(database, documentId);
  if (!document) throw notFound();
  const { state: from, reason } = document;
  if (from !== 'review' && from !== 'routed') throw overtaken();
  if (from === 'review' && !(await takeReview(database, documentId, actor))) throw taken();
  const customer = customerNumber === null ? undefined : await findCustomer(database, customerNumber);
  if (customerNumber !== null && !customer) throw unknownCustomer(customerNumber);
  const date = document.receiptDate ?? receiptDate(document.channel, document.receivedAt, calendar).date;
  const { workItems, reason: objection } = decideRoute(
    { intents, customerNumber, receiptDate: date, doubts: [] },
    { calendar, taxonomy: customerNumber === null ? withoutAccounts(taxonomy) : taxonomy },
  );
  if (objection !== undefined) throw new ProblemError(422, 'cannot-route', objection);
  const decided = { documentId, from, reason, actor, intents, customerNumber, workItems };
  let label = 0;
  const details = { intents, customerNumber, ...(from === 'routed' ? { corrected: true } : {}) };
  const moved = await advance(
    database,
    { documentId, from, to: 'routed', actor, details },
    async (transaction) => {
      // What was decided so already (an answer that was lost on the way) may be decided again.
      const standing = (await loadIntents(transaction, documentId)).filter((one) => one.chosen);
      const wishes = standing.map((one) => one.intent).join();
      if (seen && wishes !== seen.join() && wishes !== intents.join()) throw overtaken();
      label = await saveDecision(transaction, { ...decided, name: customer?.name ?? '', receiptDate: date });
    },
  );
  if (!moved) throw overtaken();
  return { label, queues: queuesOf(taxonomy, intents), dueAt: earliest(workItems.map((item) => item.dueAt)) };
}

/** A person who says that there is no account is right: then no work needs one. */
function withoutAccounts(taxonomy: Taxonomy): Taxonomy {
  return { ...taxonomy, intents: taxonomy.intents.map((one) => ({ ...one, needsAccount: false })) };
}

const queuesOf = (taxonomy: Taxonomy, intents: readonly string[]) => [
  ...new Set(intents.map((intent) => definitionOf(taxonomy, intent).queue)),
];

const earliest = (dates: readonly Date[]) =>
  dates.reduce<Date | null>((least, date) => (least === null || date < least ? date : least), null);

const overtaken = () =>
  new ProblemError(
    409,
    'overtaken',
    'Das Dokument hat inzwischen jemand anderes weiterbearbeitet. Bitte neu laden.',
  );
const taken = () =>
  new ProblemError(
    409,
    'taken',
    'Das Dokument wird gerade von jemand anderem entschieden, oder es ist entschieden.',
  );
const unknownCustomer = (number: string) =>
  new ProblemError(422, 'unknown-customer', `Das Konto ${number} gibt es nicht. Bitte suchen Sie es neu.`);
