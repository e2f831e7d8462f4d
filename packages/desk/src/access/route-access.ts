import type { Permission } from '../api/session.ts';

/** Who may call a route: everybody, whoever is signed in, or whoever has the permission. */
export type Access = 'everybody' | 'signed-in' | Permission;

/**
 * Every route of the desk, with who may call it and what the audit log says of the call. A route that does
 * not stand here cannot be served (see guard.ts), and every row is tested with every role.
 */
export const routeAccess = {
  'GET /': { access: 'everybody' },
  'GET /*': { access: 'everybody' },
  'GET /docs': { access: 'signed-in' },
  'GET /docs/': { access: 'signed-in' },
  'GET /docs/json': { access: 'signed-in' },
  'GET /docs/yaml': { access: 'signed-in' },
  'GET /docs/static/index.html': { access: 'signed-in' },
  'GET /docs/static/swagger-initializer.js': { access: 'signed-in' },
  'GET /docs/static/*': { access: 'signed-in' },
  'GET /api/openapi.json': { access: 'signed-in' },
  'GET /api/session': { access: 'everybody' },
  'POST /api/session': { access: 'everybody' },
  'DELETE /api/session': { access: 'signed-in', audit: 'signed-out' },
  'GET /api/oidc': { access: 'everybody' },
  'GET /api/oidc/callback': { access: 'everybody' },
  'POST /api/invitation': { access: 'everybody' },
  'POST /api/invitation/accept': { access: 'everybody' },
  'GET /api/taxonomy': { access: 'signed-in' },
  'GET /api/overview': { access: 'overview' },
  'GET /api/documents/:id': { access: 'documents', audit: 'viewed' },
  'GET /api/documents/:id/pages/:number': { access: 'documents' },
  'GET /api/documents/:id/pages/:number/image': { access: 'documents' },
  'GET /api/documents/:id/original': { access: 'documents', audit: 'downloaded-original' },
  'GET /api/documents/:id/searchable.pdf': { access: 'documents', audit: 'downloaded-pdf' },
  'POST /api/documents/:id/notes': { access: 'work', audit: 'noted' },
  'POST /api/documents/:id/intents': { access: 'work', audit: 'added-intent' },
  'POST /api/documents/:id/rescan': { access: 'work', audit: 'asked-for-rescan' },
  'GET /api/search': { access: 'documents', audit: 'searched' },
  'GET /api/queues/:queue/items': { access: 'work', audit: 'listed' },
  'POST /api/work-items/steps': { access: 'work', audit: 'worked' },
  'GET /api/review': { access: 'review', audit: 'listed' },
  'POST /api/review/next': { access: 'review' },
  'POST /api/review/:id/decision': { access: 'review', audit: 'decided' },
  'POST /api/decisions/:id/undo': { access: 'work', audit: 'undone' },
  'POST /api/blind/next': { access: 'review' },
  'POST /api/blind/:id/decision': { access: 'review', audit: 'checked-blind' },
  'GET /api/customers': { access: 'review', audit: 'searched-customers' },
  'GET /api/stacks': { access: 'stacks', audit: 'listed' },
  'GET /api/stacks/:sha256': { access: 'stacks', audit: 'viewed-stack' },
  'GET /api/stacks/:sha256/pages/:number/image': { access: 'stacks' },
  'POST /api/stacks/:sha256/letters': { access: 'stacks', audit: 'cut-anew' },
  'GET /api/supervision': { access: 'supervise' },
  'GET /api/failures': { access: 'operate' },
  'POST /api/documents/:id/replay': { access: 'operate', audit: 'replayed' },
  'GET /api/rules': { access: 'rules' },
  'GET /api/rules/:version': { access: 'rules' },
  'POST /api/rules/preview': { access: 'rules' },
  'PUT /api/rules': { access: 'rules', audit: 'changed-rules' },
  'GET /api/users': { access: 'users' },
  'GET /api/stations': { access: 'users' },
  'POST /api/users': { access: 'users', audit: 'created-user' },
  'PUT /api/users/:id': { access: 'users', audit: 'changed-user' },
  'POST /api/users/:id/invitation': { access: 'users', audit: 'invited' },
  'GET /api/audit': { access: 'audit', audit: 'read-audit' },
} as const satisfies Record<string, { readonly access: Access; readonly audit?: string }>;

export type RouteKey = keyof typeof routeAccess;

export function isRouteKey(key: string): key is RouteKey {
  return Object.hasOwn(routeAccess, key);
}

export function mayCall(access: Access, permissions: readonly Permission[] | undefined): boolean {
  if (access === 'everybody') return true;
  if (permissions === undefined) return false;
  return access === 'signed-in' || permissions.includes(access);
}
