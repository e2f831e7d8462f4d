import { type Role, reviewQueue, type Scope, type StackScope, type UserRecord } from '@mailroom/database';
import { type Permission, permissionNames } from '../api/session.ts';

/** What each role may do. Case workers decide reviews only when "review" is among their departments. */
const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  operator: ['overview', 'stacks', 'operate'],
  'case-worker': ['overview', 'documents', 'work'],
  supervisor: ['overview', 'documents', 'work', 'review', 'stacks', 'supervise', 'operate', 'rules'],
  administrator: permissionNames,
  auditor: ['overview', 'documents', 'audit'],
};

/** Somebody who is signed in. */
export interface Person extends UserRecord {
  readonly permissions: readonly Permission[];
  readonly scope: Scope;
  readonly stackScope: StackScope;
}

export function personOf(user: UserRecord): Person {
  return { ...user, permissions: grantedTo(user), scope: scopeOf(user), stackScope: stackScopeOf(user) };
}

function grantedTo({ role, queues }: UserRecord): readonly Permission[] {
  const own = permissionsOf[role];
  return role === 'case-worker' && queues.includes(reviewQueue) ? [...own, 'review', 'stacks'] : own;
}

/** Operators see how much there is of what, but no letters and no queues of a department. */
function scopeOf({ role, queues }: UserRecord): Scope {
  if (role === 'case-worker') return { queues };
  return { queues: role === 'operator' ? [] : null };
}

/** Operators have the stacks of their stations before them, and the paper; whoever reviews may see every letter. */
const stackScopeOf = ({ role, stations }: UserRecord): StackScope => ({
  stations: role === 'operator' ? stations : null,
});
