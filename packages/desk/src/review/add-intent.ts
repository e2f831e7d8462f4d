import { addIntent, type DocumentRecord, loadAccounts } from '@mailroom/database';
import { decideRoute, receiptDate } from '@mailroom/router';
import { ProblemError } from '../access/problem-error.ts';
import type { DeskOptions } from '../options.ts';

interface FoundIntent {
  readonly document: DocumentRecord;
  readonly actor: string;
  readonly intent: string;
}

interface Added {
  /** To undo it with. */
  readonly label: number;
  readonly queue: string;
  readonly dueAt: Date;
}

/** Whoever works on a delivered letter found another wish in it: it goes to its department by the usual rules. */
export async function addFoundIntent(
  { database, rules }: Pick<DeskOptions, 'database' | 'rules'>,
  { document, actor, intent }: FoundIntent,
): Promise<Added> {
  if (intent === 'other') throw new ProblemError(422, 'no-intent', 'Bitte ein Anliegen wählen.');
  const { taxonomy, calendar } = rules.current().rulebook;
  const account = (await loadAccounts(database, document.id)).find((one) => one.linked);
  const date = document.receiptDate ?? receiptDate(document.channel, document.receivedAt, calendar).date;
  const { workItems, reason = '' } = decideRoute(
    {
      intents: [intent],
      customerNumber: account?.customerNumber ?? null,
      receiptDate: date,
      doubts: [],
    },
    { taxonomy, calendar },
  );
  const [workItem] = workItems;
  if (!workItem) throw new ProblemError(422, 'cannot-route', reason);
  const added = await addIntent(database, document.id, { actor, workItem });
  if (typeof added === 'string') throw new ProblemError(409, added, refusals[added]);
  return { label: added.label, queue: workItem.queue, dueAt: workItem.dueAt };
}

const refusals = {
  overtaken: 'Das Dokument hat inzwischen jemand anderes weiterbearbeitet. Bitte neu laden.',
  'is-copy': 'Dieses Schreiben kam noch einmal. Bearbeitet wird es beim anderen Exemplar.',
  'already-there': 'Dafür gibt es schon einen Vorgang. Bitte neu laden.',
} as const;
