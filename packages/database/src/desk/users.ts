import type { Queryable } from '../database.ts';

export const roles = ['operator', 'case-worker', 'supervisor', 'administrator', 'auditor'] as const;
export type Role = (typeof roles)[number];

export interface UserRecord {
  readonly id: number;
  readonly name: string;
  readonly displayName: string;
  readonly role: Role;
  /** A case worker's departments. */
  readonly queues: readonly string[];
  /** A scan operator's stations: stacks of these may be cut anew. */
  readonly stations: readonly string[];
  readonly disabled: boolean;
  /** False until the invitation is accepted. */
  readonly ready: boolean;
  /** Signs in at the company's identity provider, which also says the role. */
  readonly company: boolean;
}

/** A user as UserRecord. */
export const userColumns = `users.id, name, display_name as "displayName", role, queues, stations, disabled,
  password is not null or subject is not null as ready, subject is not null as company`;

export async function countUsers(database: Queryable): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    'select count(*) as count from users where password is not null',
  );
  return rows[0]?.count ?? 0;
}

export async function listUsers(database: Queryable): Promise<readonly UserRecord[]> {
  const { rows } = await database.query<UserRecord>(`select ${userColumns} from users order by name`);
  return rows;
}

export type NewUser = Pick<UserRecord, 'name' | 'displayName' | 'role' | 'queues' | 'stations'>;

/** Undefined when the name is taken. */
export async function createUser(
  database: Queryable,
  { name, displayName, role, queues, stations }: NewUser,
  password: string | null = null,
): Promise<number | undefined> {
  const { rows } = await database.query<{ id: number }>(
    `insert into users (name, display_name, role, queues, stations, password) values ($1, $2, $3, $4, $5, $6)
     on conflict (name) do nothing returning id`,
    [name, displayName, role, queues, stations, password],
  );
  return rows[0]?.id;
}

/** Changes what somebody may do; their sessions end, so that it holds at once. */
export async function changeUser(
  database: Queryable,
  id: number,
  { displayName, role, queues, stations, disabled }: Omit<NewUser, 'name'> & { disabled: boolean },
): Promise<boolean> {
  const { rowCount } = await database.query(
    `with ended as (delete from sessions where user_id = $1)
     update users set display_name = $2, role = $3, queues = $4, stations = $5, disabled = $6 where id = $1`,
    [id, displayName, role, queues, stations, disabled],
  );
  return Boolean(rowCount);
}

export interface SignInRecord extends UserRecord {
  readonly password: string | null;
  readonly lockedUntil: Date | null;
}

export async function findUserForSignIn(
  database: Queryable,
  name: string,
): Promise<SignInRecord | undefined> {
  const { rows } = await database.query<SignInRecord>(
    `select ${userColumns}, password, locked_until as "lockedUntil" from users where name = $1`,
    [name],
  );
  return rows[0];
}

/** After ten failures in a row nobody gets in for a quarter of an hour, whatever the password. */
export async function countSignIn(database: Queryable, userId: number, succeeded: boolean): Promise<void> {
  await database.query(
    succeeded
      ? 'update users set failed_sign_ins = 0, locked_until = null where id = $1'
      : `update users set failed_sign_ins = (failed_sign_ins + 1) % 10,
           locked_until = case when failed_sign_ins >= 9 then now() + interval '15 minutes' else locked_until end
         where id = $1`,
    [userId],
  );
}
