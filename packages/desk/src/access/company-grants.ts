import type { Role } from '@mailroom/database';

/** What a group of the company may do at the desk. */
export interface Grant {
  readonly role: Role;
  /** A case worker's departments; "review" among them decides what the machine is not sure of. */
  readonly queues: readonly string[];
  /** A scan operator's stations. */
  readonly stations: readonly string[];
}

/** Who may more goes first; the roles are not cumulative, so somebody in several groups gets the first one. */
const ranking: readonly Role[] = ['administrator', 'supervisor', 'auditor', 'operator', 'case-worker'];

/** What somebody in these groups may do: the highest role, a case worker all departments, an operator all stations. Undefined: nothing. */
export function grantOf(groups: readonly string[], grants: ReadonlyMap<string, Grant>): Grant | undefined {
  const given = groups.flatMap((group) => grants.get(group) ?? []);
  const role = ranking.find((one) => given.some((grant) => grant.role === one));
  if (!role) return undefined;
  const same = given.filter((grant) => grant.role === role);
  const together = (part: 'queues' | 'stations') => [...new Set(same.flatMap((grant) => grant[part]))];
  return { role, queues: together('queues'), stations: together('stations') };
}
