import type { Queryable } from './database.ts';

/** How many pages of a fax its sender announced, as far as the line or the gateway said so. */
export async function announcedPages(database: Queryable, documentId: number): Promise<number | undefined> {
  const { rows } = await database.query<{ pages: number | null }>(
    "select max((facts ->> 'announcedPages')::integer) as pages from arrivals where document_id = $1",
    [documentId],
  );
  return rows[0]?.pages ?? undefined;
}
