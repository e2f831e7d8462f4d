import { documentStates } from '@mailroom/core';
import { z } from 'zod';
import type { Transaction } from '../database.ts';

const rows = z.array(z.record(z.string(), z.unknown()));

/** What a decision replaces: enough to put everything back. Rows as they stand in their tables. */
export const snapshotSchema = z.object({
  state: z.enum(documentStates),
  reason: z.string().nullable(),
  intents: rows,
  accounts: rows,
  workItems: rows,
});
export type Snapshot = z.infer<typeof snapshotSchema>;

export async function takeSnapshot(
  transaction: Transaction,
  documentId: number,
  state: Snapshot['state'],
  reason: string | null,
): Promise<Snapshot> {
  const { rows: found } = await transaction.query<{
    intents: unknown;
    accounts: unknown;
    workItems: unknown;
  }>(
    `select
       (select coalesce(json_agg(i order by position), '[]') from intents i where document_id = $1) as intents,
       (select coalesce(json_agg(a order by position), '[]') from account_links a where document_id = $1) as accounts,
       (select coalesce(json_agg(w order by id), '[]') from work_items w where document_id = $1) as "workItems"`,
    [documentId],
  );
  return snapshotSchema.parse({ state, reason, ...found[0] });
}

/**
 * Puts intents, account and work back: what was made since goes, unless it is done, and what was taken away returns.
 * Other work stays as it is now, whatever people did with it meanwhile.
 */
export async function restoreSnapshot(
  transaction: Transaction,
  documentId: number,
  { intents, accounts, workItems }: Snapshot,
): Promise<void> {
  await transaction.query('delete from intents where document_id = $1', [documentId]);
  await insertJson(transaction, 'intents', intents);
  await transaction.query('delete from account_links where document_id = $1', [documentId]);
  await insertJson(transaction, 'account_links', accounts);
  await transaction.query(
    "delete from work_items where document_id = $1 and state <> 'done' and id <> all($2::bigint[])",
    [documentId, workItems.map((one) => one['id'])],
  );
  await insertJson(transaction, 'work_items', workItems);
  await transaction.query(
    `update work_items set customer_number = (select customer_number from account_links where document_id = $1 and linked)
     where document_id = $1 and state <> 'done'`,
    [documentId],
  );
}

/** Table names are ours, never input. Identities are kept, so that links to work items stay good. */
async function insertJson(
  transaction: Transaction,
  table: 'intents' | 'account_links' | 'work_items',
  all: Snapshot['intents'],
): Promise<void> {
  await transaction.query(
    `insert into ${table} overriding system value select * from json_populate_recordset(null::${table}, $1) on conflict do nothing`,
    [JSON.stringify(all)],
  );
}
