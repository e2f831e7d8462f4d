import { type Role, reviewQueue, type Scope, type UserRecord } from '@mailroom/database';
import type { Permission } from '../api/session.ts';

/** What each role may do. Case workers decide reviews only when "review" is among their departments. */
const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  operator: ['overview', 'operate'],
  'case-worker': ['overview', 'documents', 'work'],
  supervisor: ['overview', 'documents', 'work', 'review', 'supervise', 'operate', 'rules'],
  administrator: [
    'overview',
    'documents',
    'work',
    'review',
    'supervise',
    'operate',
    'rules',
    'users',
    'audit',
  ],
  auditor: ['overview', 'documents', 'audit'],
};

/** Somebody who is signed in. */
export interface Person extends UserRecord {
  readonly permissions: readonly Permission[];
  readonly scope: Scope;
}

export function personOf(user: UserRecord): Person {
  return { ...user, permissions: grantedTo(user), scope: scopeOf(user) };
}

function grantedTo({ role, queues }: UserRecord): readonly Permission[] {
  const own = permissionsOf[role];
  return role === 'case-worker' && queues.includes(reviewQueue) ? [...own, 'review'] : own;
}

/** Operators see how much there is of what, but no letters and no queues of a department. */
function scopeOf({ role, queues }: UserRecord): Scope {
  if (role === 'case-worker') return { queues };
  return { queues: role === 'operator' ? [] : null };
}
