import { type DocumentRecord, loadAccounts, loadIntents } from '@mailroom/database';
import { ProblemError } from '../access/problem-error.ts';
import type { DeskOptions } from '../options.ts';
import { type Decided, decideReview, overtaken } from './decide-review.ts';

export interface AddedIntent {
  readonly document: DocumentRecord;
  readonly actor: string;
  readonly intent: string;
}

/**
 * Whoever works on a delivered letter finds another wish in it: that goes to its department as well, and what was
 * delivered stays where it is. A decision like one in review: kept as a label, and can be undone.
 */
export async function addIntent(
  options: Pick<DeskOptions, 'database' | 'rules'>,
  { document: { id: documentId, state }, actor, intent }: AddedIntent,
): Promise<Decided> {
  if (state !== 'routed') throw overtaken();
  const { database, rules } = options;
  const [guesses, accounts] = await Promise.all([
    loadIntents(database, documentId),
    loadAccounts(database, documentId),
  ]);
  const chosen = guesses.filter((one) => one.chosen).map((one) => one.intent);
  if (chosen.includes(intent)) throw alreadyThere();
  const customerNumber = accounts.find((one) => one.linked)?.customerNumber ?? null;
  const definition = rules.current().rulebook.taxonomy.intents.find((one) => one.intent === intent);
  if (customerNumber === null && definition?.needsAccount) throw noAccount();
  // `other` says that there is no wish: with one it is no longer true.
  const intents = [...chosen.filter((one) => one !== 'other'), intent];
  return decideReview(options, { documentId, actor, intents, customerNumber });
}

const alreadyThere = () =>
  new ProblemError(409, 'already-there', 'Dieses Anliegen ist schon zugestellt. Bitte neu laden.');
const noAccount = () =>
  new ProblemError(
    422,
    'no-account',
    'Das Dokument hat kein Konto. Bitte geben Sie es zurück, damit es zugeordnet und neu zugestellt wird.',
  );
