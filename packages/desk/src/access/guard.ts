import { timingSafeEqual } from 'node:crypto';
import { type Database, resumeSession, writeAudit } from '@mailroom/database';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Person, personOf } from './permissions.ts';
import { ProblemError } from './problem-error.ts';
import { isRouteKey, mayCall, type RouteKey, routeAccess } from './route-access.ts';
import { csrfOf, hashToken } from './token.ts';

declare module 'fastify' {
  interface FastifyRequest {
    person: Person | null;
  }
}

export const cookieName = 'mailroom_session';

/** Enforces the table of routes: session, permission, CSRF and audit, before any handler runs. */
export function installGuard(app: FastifyInstance, database: Database): void {
  const looks = recordedLooks();
  app.decorateRequest('person', null);
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routeKey(one, url); // a route that is not in the table stops the start
  });
  app.addHook('onRequest', async (request) => {
    if (request.is404) return;
    const key = routeKey(request.method, request.routeOptions.url ?? '');
    requireSameOrigin(request);
    if (!/^\/(api|docs)(\/|$)/.test(request.url)) return; // the page itself is the same for everybody
    await authenticate(request, database);
    requirePermission(request, key);
    requireCsrf(request);
  });
  // After validation and before the handler: what was looked at is on record before it is shown.
  app.addHook('preHandler', async (request) => {
    if (request.is404 || looks.has(request)) return;
    await audit(request, database);
    looks.add(request);
  });
}

/** Asking for the head of an answer needs what asking for all of it needs. */
function routeKey(method: string, url: string): RouteKey {
  const key = `${method === 'HEAD' ? 'GET' : method} ${url}`;
  if (!isRouteKey(key)) throw new RangeError(`the route ${key} has no row in route-access.ts`);
  return key;
}

async function authenticate(request: FastifyRequest, database: Database): Promise<void> {
  const token = request.cookies[cookieName];
  // What the page asks by itself shows nobody's presence: left alone, a session ends.
  const prolong = request.headers['x-mailroom-by-itself'] === undefined;
  const user = token === undefined ? undefined : await resumeSession(database, hashToken(token), { prolong });
  request.person = user ? personOf(user) : null;
}

function requirePermission({ person }: FastifyRequest, key: RouteKey): void {
  const { access } = routeAccess[key];
  if (mayCall(access, person?.permissions)) return;
  throw person
    ? new ProblemError(403, 'forbidden', 'Dafür fehlt Ihnen die Berechtigung.')
    : new ProblemError(401, 'signed-out', 'Bitte melden Sie sich an.');
}

const changes = (method: string) => method !== 'GET' && method !== 'HEAD';

/** Browsers say where a request comes from; one from another site changes nothing here. */
function requireSameOrigin({ method, headers }: FastifyRequest): void {
  if (!changes(method) || headers.origin === undefined) return;
  if (URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host) return;
  throw new ProblemError(
    403,
    'foreign-origin',
    'Die Anfrage kam von einer anderen Seite und wurde abgelehnt.',
  );
}

function requireCsrf({ method, headers, cookies, person }: FastifyRequest): void {
  if (!changes(method) || person === null) return;
  const expected = Buffer.from(csrfOf(cookies[cookieName] ?? ''));
  const given = Buffer.from(String(headers['x-mailroom-csrf'] ?? ''));
  if (given.length === expected.length && timingSafeEqual(given, expected)) return;
  throw new ProblemError(403, 'csrf', 'Die Seite ist veraltet. Bitte laden Sie sie neu.');
}

const oneLookMs = 5 * 60_000;

/**
 * A page keeps the list that somebody looks at up to date every few seconds: on record that is one look. Added when it
 * is on record, so that a look of which writing failed is written when it is tried again.
 */
function recordedLooks() {
  const recordedAt = new Map<string, number>();
  const lookOf = ({ method, url, person }: FastifyRequest) => `${person?.id} ${method} ${url}`;
  return {
    has(request: FastifyRequest): boolean {
      for (const [look, at] of recordedAt) if (Date.now() - at > oneLookMs) recordedAt.delete(look);
      return recordedAt.has(lookOf(request));
    },
    add(request: FastifyRequest): void {
      if (auditedAs(request) === 'listed') recordedAt.set(lookOf(request), Date.now());
    },
  };
}

function auditedAs({ method, routeOptions }: FastifyRequest): string | undefined {
  const row = routeAccess[routeKey(method, routeOptions.url ?? '')];
  return 'audit' in row ? row.audit : undefined;
}

const withDocument = z.object({ id: z.coerce.number() });

async function audit(request: FastifyRequest, database: Database): Promise<void> {
  const action = auditedAs(request);
  if (action === undefined || request.person === null) return;
  const { params, query, body } = request;
  const ofDocument = /^\/api\/(documents|review|blind)\/:id/.test(request.routeOptions.url ?? '');
  await writeAudit(database, {
    actor: request.person.name,
    action,
    documentId: ofDocument ? withDocument.parse(params).id : null,
    details: short(Object.assign({}, params, query, body)),
  });
}

/** Whole rulebooks stand in their versions: the log says which. */
function short(details: Record<string, unknown>): Record<string, unknown> {
  const isLong = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
  return Object.fromEntries(Object.entries(details).filter(([, value]) => !isLong(value)));
}

/** The person of a route that only signed-in people reach. */
export function signedIn({ person }: FastifyRequest): Person {
  if (person === null) throw new ProblemError(401, 'signed-out', 'Bitte melden Sie sich an.');
  return person;
}
