import type { Queryable } from '../database.ts';

/** Who looked at or changed what at the desk. */
export interface AuditEntry {
  readonly id: number;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly documentId: number | null;
  readonly details: Record<string, unknown>;
}

export async function writeAudit(
  database: Queryable,
  { actor, action, documentId, details }: Pick<AuditEntry, 'actor' | 'action' | 'documentId' | 'details'>,
): Promise<void> {
  await database.query('insert into audit (actor, action, document_id, details) values ($1, $2, $3, $4)', [
    actor,
    action,
    documentId,
    JSON.stringify(details),
  ]);
}

/** What to read; every part narrows it. */
export interface AuditQuery {
  /** Entries before this id: the next page. */
  readonly before?: number | undefined;
  readonly documentId?: number | undefined;
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
}

/** Newest first. */
export async function readAudit(
  database: Queryable,
  { before, documentId, actor, action }: AuditQuery,
  limit: number,
): Promise<readonly AuditEntry[]> {
  const asked = [
    [before, 'id <'],
    [documentId, 'document_id ='],
    [actor, 'actor ='],
    [action, 'action ='],
  ] as const;
  // Only what was asked for stands in the SQL: each part has its index.
  const given = asked.filter(([value]) => value !== undefined);
  const where = given.map(([, condition], at) => `${condition} $${at + 2}`).join(' and ') || 'true';
  const { rows } = await database.query<AuditEntry>(
    `select id, at, actor, action, document_id as "documentId", details from audit
     where ${where} order by id desc limit $1`,
    [limit, ...given.map(([value]) => value)],
  );
  return rows;
}
