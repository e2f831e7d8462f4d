import { changeUser, createUser, invite, listStations, listUsers } from '@mailroom/database';
import { signedIn } from '../access/guard.ts';
import { notFound, ProblemError } from '../access/problem-error.ts';
import { hashToken, newToken } from '../access/token.ts';
import { done, idParameter } from '../api/instant.ts';
import { changeUserBody, invitedAnswer, newUserBody, stationsAnswer, usersAnswer } from '../api/users.ts';
import type { App, Context } from '../context.ts';

const inviteHours = 72;

/** Administrators never learn a password: they hand over a link with which everybody sets their own. */
export function userRoutes(app: App, { database }: Context): void {
  app.get('/api/users', { schema: { response: { 200: usersAnswer } } }, async () => ({
    users: await listUsers(database),
  }));

  app.get('/api/stations', { schema: { response: { 200: stationsAnswer } } }, async () => {
    const all = await listStations(database);
    return { stations: all.filter((one) => !one.removed).map((one) => one.name) };
  });

  const create = { body: newUserBody, response: { 200: invitedAnswer } };
  app.post('/api/users', { schema: create }, async ({ body }) => {
    const id = await createUser(database, body);
    if (id === undefined) throw new ProblemError(409, 'name-taken', `Den Namen ${body.name} gibt es schon.`);
    return { path: await newInvitation(database, id) };
  });

  const change = { params: idParameter, body: changeUserBody, response: { 200: done } };
  app.put('/api/users/:id', { schema: change }, async (request) => {
    const { id } = request.params;
    const self = signedIn(request).id === id;
    if (self && (request.body.disabled || request.body.role !== 'administrator')) {
      throw new ProblemError(409, 'own-account', 'Die eigene Berechtigung kann nur jemand anders entziehen.');
    }
    if (!(await changeUser(database, id, request.body))) throw notFound();
    return { done: true as const };
  });

  const again = { params: idParameter, response: { 200: invitedAnswer } };
  app.post('/api/users/:id/invitation', { schema: again }, async (request) => {
    const known = (await listUsers(database)).find((one) => one.id === request.params.id);
    if (!known) throw notFound();
    if (known.company) throw signsInThere();
    return { path: await newInvitation(database, request.params.id) };
  });
}

const signsInThere = () =>
  new ProblemError(
    409,
    'company-account',
    'Wer sich mit dem Firmenkonto anmeldet, braucht hier kein Passwort.',
  );

async function newInvitation(database: Context['database'], userId: number): Promise<string> {
  const token = newToken();
  await invite(database, { tokenHash: hashToken(token), userId, hours: inviteHours });
  return invitationPath(token);
}

/** The token stands behind the #: browsers do not send that part, so it is in nobody's log. */
export const invitationPath = (token: string) => `/einladung#${token}`;
