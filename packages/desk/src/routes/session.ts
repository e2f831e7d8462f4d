import {
  acceptInvitation,
  closeSession,
  countSignIn,
  findInvitation,
  findUserForSignIn,
  openSession,
  writeAudit,
} from '@mailroom/database';
import type { FastifyReply } from 'fastify';
import { cookieName } from '../access/guard.ts';
import { hashPassword, verifyPassword } from '../access/password.ts';
import type { Person } from '../access/permissions.ts';
import { ProblemError } from '../access/problem-error.ts';
import { csrfOf, hashToken, newToken } from '../access/token.ts';
import { done } from '../api/instant.ts';
import { acceptBody, invitationAnswer, invitationBody, sessionAnswer, signInBody } from '../api/session.ts';
import type { App, Context } from '../context.ts';

const sessionHours = 12;
/** Guessing passwords from one address is slow; see also countSignIn, which is by name. */
const guesses = { rateLimit: { max: 20, timeWindow: '5 minutes' } };

export function sessionRoutes(app: App, { database }: Context): void {
  app.get('/api/session', { schema: { response: { 200: sessionAnswer } } }, async ({ person, cookies }) => ({
    person: person && describe(person),
    csrf: person ? csrfOf(cookies[cookieName] ?? '') : '',
  }));

  const signIn = { body: signInBody, response: { 200: done } };
  app.post('/api/session', { schema: signIn, config: guesses }, async (request, reply) => {
    const userId = await checkPassword(database, request.body);
    await startSession(database, userId, reply, request.protocol === 'https');
    await writeAudit(database, {
      actor: request.body.name,
      action: 'signed-in',
      documentId: null,
      details: {},
    });
    return { done: true as const };
  });

  app.delete('/api/session', { schema: { response: { 200: done } } }, async ({ cookies }, reply) => {
    await closeSession(database, hashToken(cookies[cookieName] ?? ''));
    reply.clearCookie(cookieName, { path: '/' });
    return { done: true as const };
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
    await startSession(database, userId, reply, request.protocol === 'https');
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

async function startSession(
  database: Context['database'],
  userId: number,
  reply: FastifyReply,
  secure: boolean,
): Promise<void> {
  const token = newToken();
  await openSession(database, { tokenHash: hashToken(token), userId, hours: sessionHours });
  const maxAge = sessionHours * 3600;
  reply.setCookie(cookieName, token, { path: '/', httpOnly: true, sameSite: 'strict', secure, maxAge });
}

function describe({ name, displayName, role, queues, permissions }: Person) {
  return { name, displayName, role, queues, permissions };
}
