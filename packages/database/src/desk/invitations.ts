import type { Database, Queryable } from '../database.ts';
import { createUser } from './users.ts';

/** A one-time link to set a password. Without a user it creates the first administrator and replaces older ones. */
export async function invite(
  database: Queryable,
  { tokenHash, userId, hours }: { tokenHash: string; userId: number | null; hours: number },
): Promise<void> {
  await database.query(
    `with replaced as (delete from invitations where user_id is not distinct from $2::bigint or expires_at < now())
     insert into invitations (token_hash, user_id, expires_at) values ($1, $2, now() + make_interval(hours => $3))`,
    [tokenHash, userId, hours],
  );
}

/** Whom a link is for; undefined when it was used, replaced or is too old. */
export async function findInvitation(
  database: Queryable,
  tokenHash: string,
): Promise<{ name: string | null; displayName: string | null } | undefined> {
  const { rows } = await database.query<{ name: string | null; displayName: string | null }>(
    `select name, display_name as "displayName" from invitations left join users on users.id = user_id
     where token_hash = $1 and expires_at > now()`,
    [tokenHash],
  );
  return rows[0];
}

/** Uses the link up. Returns the user's id; undefined when the link is not good or the first user is there already. */
export function acceptInvitation(
  database: Database,
  {
    tokenHash,
    password,
    name,
    displayName,
  }: { tokenHash: string; password: string; name: string; displayName: string },
): Promise<number | undefined> {
  return database.transaction(async (transaction) => {
    const { rows } = await transaction.query<{ userId: number | null }>(
      'delete from invitations where token_hash = $1 and expires_at > now() returning user_id as "userId"',
      [tokenHash],
    );
    const invitation = rows[0];
    if (!invitation) return undefined;
    if (invitation.userId === null) {
      const administrator = { name, displayName, role: 'administrator', queues: [], stations: [] } as const;
      return createUser(transaction, administrator, password);
    }
    await transaction.query(
      'update users set password = $2, failed_sign_ins = 0, locked_until = null where id = $1',
      [invitation.userId, password],
    );
    await transaction.query('delete from sessions where user_id = $1', [invitation.userId]);
    return invitation.userId;
  });
}
