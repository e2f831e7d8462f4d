import { advance } from '../advance.ts';
import type { Database, Transaction } from '../database.ts';
import { appendEvent } from '../events.ts';
import type { Scope } from './scope.ts';
import { claimLease } from './worklist.ts';

/** Who does it, and inside which queues. */
export interface Worker extends Scope {
  readonly actor: string;
}

interface Change {
  /** SQL; `$3` is the actor, `$4` the value. */
  readonly when: string;
  readonly set: string;
  readonly value?: unknown;
  readonly event: string;
  readonly details?: Record<string, unknown>;
}

const mine = "work_items.state = 'claimed' and claimed_by = $3";
const free = `(work_items.state = 'open' or (work_items.state = 'claimed' and (claimed_by = $3 or claimed_at < now() - ${claimLease})))`;

/** Locks an item for oneself. False when somebody else has it, it is done, or it is not in one's queues. */
export function claimWorkItem(database: Database, id: number, worker: Worker): Promise<boolean> {
  const set = "state = 'claimed', claimed_by = $3, claimed_at = now()";
  return change(database, id, worker, { when: free, set, event: 'claimed' });
}

export function releaseWorkItem(database: Database, id: number, worker: Worker): Promise<boolean> {
  const set = "state = 'open', claimed_by = null, claimed_at = null";
  return change(database, id, worker, { when: mine, set, event: 'released' });
}

/** Done: also straight from open, which claims it on the way. */
export function finishWorkItem(database: Database, id: number, worker: Worker): Promise<boolean> {
  const set = "state = 'done', claimed_by = $3, done_at = now()";
  return change(database, id, worker, { when: free, set, event: 'finished' });
}

/** Takes back a finish of one's own. */
export function reopenWorkItem(database: Database, id: number, worker: Worker): Promise<boolean> {
  const set = "state = 'claimed', claimed_at = now(), done_at = null";
  const when = "work_items.state = 'done' and claimed_by = $3";
  return change(database, id, worker, { when, set, event: 'reopened' });
}

/** Gives an item to another department; its due time stays. */
export function forwardWorkItem(
  database: Database,
  id: number,
  worker: Worker,
  { queue, reason }: { queue: string; reason: string },
): Promise<boolean> {
  return change(database, id, worker, {
    when: `${free} and queue <> $4`,
    set: "queue = $4, state = 'open', claimed_by = null, claimed_at = null",
    value: queue,
    event: 'forwarded',
    details: { to: queue, reason },
  });
}

/** Every sign of life keeps the claims that somebody has on a document. */
export async function keepClaims(database: Database, documentId: number, actor: string): Promise<void> {
  await database.query(
    "update work_items set claimed_at = now() where document_id = $1 and state = 'claimed' and claimed_by = $2",
    [documentId, actor],
  );
}

/** Wrong here: the item leaves its queue and a person decides about the document anew. */
export async function returnWorkItem(
  database: Database,
  id: number,
  worker: Worker,
  reason: string,
): Promise<boolean> {
  const { rows } = await database.query<{ documentId: number; state: 'routed' | 'review'; intent: string }>(
    `select documents.id as "documentId", documents.state, intent from work_items
       join documents on documents.id = document_id
     where work_items.id = $1 and ($2::text[] is null or queue = any($2)) and ${free}
       and documents.state in ('routed', 'review')`,
    [id, worker.queues, worker.actor],
  );
  const item = rows[0];
  if (!item) return false;
  const { documentId, state: from, intent } = item;
  const details = { returned: intent, workItem: id };
  return advance(
    database,
    { documentId, from, to: 'review', actor: worker.actor, reason, details },
    async (transaction) => {
      await transaction.query("delete from work_items where id = $1 and state <> 'done'", [id]);
    },
  );
}

async function change(database: Database, id: number, worker: Worker, step: Change): Promise<boolean> {
  return database.transaction(async (transaction) => {
    await lockDocument(transaction, id);
    const values = [id, worker.queues, worker.actor, ...('value' in step ? [step.value] : [])];
    const { rows } = await transaction.query<{ documentId: number; intent: string; queue: string }>(
      `update work_items set ${step.set}
       where id = $1 and ($2::text[] is null or queue = any($2)) and ($3::text is not null) and ${step.when}
       returning document_id as "documentId", intent, queue`,
      values,
    );
    const item = rows[0];
    if (!item) return false;
    const { documentId, intent, queue } = item;
    await appendEvent(transaction, documentId, {
      kind: step.event,
      actor: worker.actor,
      details: { workItem: id, intent, queue, ...step.details },
    });
    return true;
  });
}

/** Documents before work items, like everybody who changes both: nobody can wait for each other in a circle. */
async function lockDocument(transaction: Transaction, workItemId: number): Promise<void> {
  await transaction.query(
    'select from documents where id = (select document_id from work_items where id = $1) for update',
    [workItemId],
  );
}
