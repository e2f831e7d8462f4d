import { type Database, type DocumentRecord, loadDocument, maySee } from '@mailroom/database';
import type { Person } from './access/permissions.ts';
import { notFound } from './access/problem-error.ts';

/** A document that this person may see; whether another one exists is nobody's business. */
export async function seenDocument(
  database: Database,
  id: number,
  { scope }: Pick<Person, 'scope'>,
): Promise<DocumentRecord> {
  const [seen, document] = await Promise.all([maySee(database, id, scope), loadDocument(database, id)]);
  if (!seen || !document) throw notFound();
  return document;
}
