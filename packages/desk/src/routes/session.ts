import {
  acceptInvitation,
  closeSession,
  countSignIn,
  findInvitation,
  findUserForSignIn,
  writeAudit,
} from '@mailroom/database';
import { cookieName, signedIn } from '../access/guard.ts';
import { hashPassword, verifyPassword } from '../access/password.ts';
import type { Person } from '../access/permissions.ts';
import { ProblemError } from '../access/problem-error.ts';
import { startSession } from '../access/start-session.ts';
import { csrfOf, hashToken } from '../access/token.ts';
import { done } from '../api/instant.ts';
import {
  acceptBody,
  invitationAnswer,
  invitationBody,
  sessionAnswer,
  signedOutAnswer,
  signInBody,
} from '../api/session.ts';
import type { App, Context } from '../context.ts';

/** Guessing passwords from one address is slow; see also countSignIn, which is by name. */
const guesses = { rateLimit: { max: 20, timeWindow: '5 minutes' } };

export function sessionRoutes(app: App, context: Context): void {
  const { database, companySignIn } = context;

  app.get('/api/session', { schema: { response: { 200: sessionAnswer } } }, async ({ person, cookies }) => ({
    person: person && describe(person),
    csrf: person ? csrfOf(cookies[cookieName] ?? '') : '',
    companySignIn: companySignIn !== undefined,
  }));

  const signIn = { body: signInBody, response: { 200: done } };
  app.post('/api/session', { schema: signIn, config: guesses }, async (request, reply) => {
    const userId = await checkPassword(database, request.body);
    await startSession(context, userId, reply);
    await writeAudit(database, {
      actor: request.body.name,
      action: 'signed-in',
      documentId: null,
      details: {},
    });
    return { done: true as const };
  });

  app.delete('/api/session', { schema: { response: { 200: signedOutAnswer } } }, async (request, reply) => {
    await closeSession(database, hashToken(request.cookies[cookieName] ?? ''));
    reply.clearCookie(cookieName, { path: '/' });
    // Whoever cannot be signed out there, because the provider is away, is signed out here all the same.
    const there = signedIn(request).company ? companySignIn?.signOutUrl() : undefined;
    return { next: (await there?.catch(() => undefined)) ?? null };
  });

  const look = { body: invitationBody, response: { 200: invitationAnswer } };
  app.post('/api/invitation', { schema: look, config: guesses }, async ({ body }) => {
    const found = await findInvitation(database, hashToken(body.token));
    if (!found) throw staleLink();
    return found;
  });

  const accept = { body: acceptBody, response: { 200: done } };
  app.post('/api/invitation/accept', { schema: accept, config: guesses }, async (request, reply) => {
    const { token, password, ...who } = request.body;
    const hashed = { tokenHash: hashToken(token), password: await hashPassword(password) };
    const userId = await acceptInvitation(database, { ...hashed, ...who });
    if (userId === undefined) throw staleLink();
    await startSession(context, userId, reply);
    await writeAudit(database, {
      actor: who.name,
      action: 'accepted-invitation',
      documentId: null,
      details: {},
    });
    return { done: true as const };
  });
}

const staleLink = () =>
  new ProblemError(
    410,
    'stale-link',
    'Dieser Link wurde schon benutzt oder ist abgelaufen. Bitte lassen Sie sich einen neuen geben.',
  );

async function checkPassword(
  database: Context['database'],
  { name, password }: { name: string; password: string },
): Promise<number> {
  const user = await findUserForSignIn(database, name);
  const right = await verifyPassword(password, user?.password ?? null);
  if (user?.lockedUntil && user.lockedUntil > new Date()) {
    throw new ProblemError(
      429,
      'locked',
      'Zu viele Fehlversuche. Bitte versuchen Sie es in einer Viertelstunde wieder.',
    );
  }
  if (user) await countSignIn(database, user.id, right);
  if (user && right && !user.disabled) return user.id;
  throw new ProblemError(401, 'wrong-password', 'Name oder Passwort stimmt nicht.');
}

function describe({ name, displayName, role, queues, permissions }: Person) {
  return { name, displayName, role, queues, permissions };
}
