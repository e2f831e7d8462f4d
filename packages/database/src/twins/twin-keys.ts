import type { Queryable, Statement } from '../database.ts';

export interface TwinSearch {
  readonly documentId: number;
  readonly receivedAt: Date;
  /** See twinKeys of the indexer: signed 64-bit integers in decimal. */
  readonly keys: readonly string[];
}

/** Settled documents that may be the same letter, the likeliest first; a few index pages a key, however many there are. */
export async function findTwinCandidates(
  database: Queryable,
  { documentId, receivedAt, keys }: TwinSearch,
): Promise<readonly number[]> {
  const { rows } = await database.query<{ id: number }>('select id from twin_candidates($1, $2, $3)', [
    ...[documentId, receivedAt, keys],
  ]);
  return rows.map(({ id }) => id);
}

/**
 * From the commit on copies find the document by its keys, and until then nobody else claims one of them.
 * Fails with TwinOvertook when a likely copy came in that the document was not compared with.
 */
export function claimTwinKeys(
  { documentId, receivedAt, keys }: TwinSearch,
  compared: readonly number[],
): Statement {
  return {
    text: 'select claim_twin_keys($1, $2, $3, $4)',
    values: [documentId, receivedAt, keys, compared],
  };
}
