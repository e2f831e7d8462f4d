import type { Queryable } from '../database.ts';
import { type UserRecord, userColumns } from './users.ts';

/** Without a click for so long a session ends; see also `expires_at`, its end in any case. */
const idle = "interval '2 hours'";

export async function openSession(
  database: Queryable,
  { tokenHash, userId, hours }: { tokenHash: string; userId: number; hours: number },
): Promise<void> {
  await database.query(
    `with old as (delete from sessions where expires_at < now() or last_seen_at < now() - ${idle})
     insert into sessions (token_hash, user_id, expires_at) values ($1, $2, now() + make_interval(hours => $3))`,
    [tokenHash, userId, hours],
  );
}

/** The user of a living session, whose life it prolongs. */
export async function resumeSession(database: Queryable, tokenHash: string): Promise<UserRecord | undefined> {
  const { rows } = await database.query<UserRecord>(
    `update sessions set last_seen_at = now() from users
     where token_hash = $1 and users.id = user_id and not disabled
       and expires_at > now() and last_seen_at > now() - ${idle}
     returning ${userColumns}`,
    [tokenHash],
  );
  return rows[0];
}

export async function closeSession(database: Queryable, tokenHash: string): Promise<void> {
  await database.query('delete from sessions where token_hash = $1', [tokenHash]);
}
