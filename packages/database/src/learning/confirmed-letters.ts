import type { Channel } from '@mailroom/core';
import type { Queryable } from '../database.ts';

/** A letter with the wishes that a person found in it. */
export interface ConfirmedLetter {
  readonly documentId: number;
  readonly channel: Channel;
  /** As it was recognised. */
  readonly text: string;
  /** Most important first. */
  readonly intents: readonly string[];
  /** Whose letter it is, as far as somebody knows. */
  readonly customerNumber: string | null;
}

/** What people decided or confirmed and did not take back; of several decisions on a letter the last one. */
export async function confirmedLetters(database: Queryable): Promise<readonly ConfirmedLetter[]> {
  const { rows } = await database.query<ConfirmedLetter>(
    `select distinct on (document_id) document_id as "documentId", channel, text, intents,
       customer_number as "customerNumber"
     from (select document_id, intents, customer_number, at from labels where undone_at is null
           union all
           select document_id, intents, null, decided_at from blind_checks where decided_at is not null) said
     join documents on documents.id = document_id join document_texts using (document_id)
     where cardinality(intents) > 0 and text <> ''
     order by document_id, at desc`,
  );
  return rows;
}
