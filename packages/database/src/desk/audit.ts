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

/** Newest first, before `before`. */
export async function readAudit(
  database: Queryable,
  {
    before,
    documentId,
    limit = 100,
  }: { before?: number | undefined; documentId?: number | undefined; limit?: number } = {},
): Promise<readonly AuditEntry[]> {
  const { rows } = await database.query<AuditEntry>(
    `select id, at, actor, action, document_id as "documentId", details from audit
     where ($1::bigint is null or id < $1) and ($2::bigint is null or document_id = $2)
     order by id desc limit $3`,
    [before ?? null, documentId ?? null, limit],
  );
  return rows;
}
