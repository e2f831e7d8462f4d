import type { Channel, DocumentState, Likeness } from '@mailroom/core';
import type { Queryable } from '../database.ts';
import { type Scope, visible } from '../desk/scope.ts';

/** The same letter as it also came in, for the person who looks at one of the two. */
export interface TwinRecord {
  readonly documentId: number;
  readonly likeness: Likeness;
  readonly channel: Channel;
  readonly state: DocumentState;
  readonly receivedAt: Date;
  /** Where the work for both lies. */
  readonly leads: boolean;
}

/** Whichever of them came first, in order of receipt. */
export async function twinsOf(
  database: Queryable,
  documentId: number,
  { queues }: Scope,
): Promise<readonly TwinRecord[]> {
  const { rows } = await database.query<TwinRecord>(
    `select documents.id as "documentId", likeness, channel, state, received_at as "receivedAt",
       documents.id = (select copy_of from documents where id = $1) as leads
     from (select other_id as id, likeness from twins where document_id = $1
           union select document_id, likeness from twins where other_id = $1) as found
       join documents using (id)
     where ${visible('$2')} order by received_at, documents.id limit 20`,
    [documentId, queues],
  );
  return rows.map((row) => ({ ...row, leads: row.leads ?? false }));
}
