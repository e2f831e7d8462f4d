import type { Database, Statement } from '../database.ts';

export interface TwinSearch {
  readonly documentId: number;
  readonly receivedAt: Date;
  /** Letters of other accounts are other letters; null: not known whose it is. */
  readonly customerNumber: string | null;
  /** See twinKeys of the indexer: signed 64-bit integers in decimal. */
  readonly keys: readonly string[];
}

/** Settled documents that may be the same letter, the likeliest first; a few index pages a key, however many there are. */
export async function findTwinCandidates(
  database: Database,
  { documentId, receivedAt, customerNumber, keys }: TwinSearch,
): Promise<readonly number[]> {
  const rows = await database.call<{ id: number }>({
    text: 'select id from twin_candidates($1, $2, $3, $4)',
    values: [documentId, receivedAt, customerNumber, keys],
  });
  return rows.map(({ id }) => id);
}

/**
 * From the commit on copies find the document by its keys, and until then nobody else claims one of them. Fails with
 * MR002 when a likely copy came in that the document was not compared with.
 */
export function claimTwinKeys(
  { documentId, receivedAt, customerNumber, keys }: TwinSearch,
  compared: readonly number[],
): Statement {
  return {
    text: 'select claim_twin_keys($1, $2, $3, $4, $5, false)',
    values: [documentId, receivedAt, customerNumber, keys, compared],
  };
}
