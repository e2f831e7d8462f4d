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

/** The user of a living session. `prolong`: somebody is there, so its life begins anew (written once a minute). */
export async function resumeSession(
  database: Queryable,
  tokenHash: string,
  { prolong }: { prolong: boolean },
): Promise<UserRecord | undefined> {
  const { rows } = await database.query<UserRecord>(
    `with seen as (update sessions set last_seen_at = now() where token_hash = $1 and $2
       and last_seen_at > now() - ${idle} and last_seen_at < now() - interval '1 minute')
     select ${userColumns} from sessions join users on users.id = user_id
     where token_hash = $1 and not disabled and expires_at > now() and last_seen_at > now() - ${idle}`,
    [tokenHash, prolong],
  );
  return rows[0];
}

export async function closeSession(database: Queryable, tokenHash: string): Promise<void> {
  await database.query('delete from sessions where token_hash = $1', [tokenHash]);
}
