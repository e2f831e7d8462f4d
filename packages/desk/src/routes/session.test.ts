import { expect, test } from 'vitest';
import { hashToken } from '../access/token.ts';
import { createServer } from '../create-server.ts';
import { startDesk } from '../start-desk.ts';
import { openScene } from '../testing/scene.ts';
import { callerWith } from '../testing/visitor.ts';

test('the first start gives a link that creates the administrator once', async () => {
  await using scene = await openScene();
  const desk = await startDesk(scene.options);
  const token = desk.setupUrl?.split('#')[1];
  expect(desk.setupUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/einladung#[\w-]{43}$/);
  await desk.close();
  const app = await createServer(scene.options, new Map());
  const stranger = callerWith(app, undefined);
  const body = { token, name: 'Chefin', displayName: 'Die Chefin', password: 'ein langes Passwort' };
  expect((await stranger.send('POST', '/api/invitation/accept', { ...body, password: 'kurz' })).status).toBe(
    400,
  );
  const accepted = await stranger.send('POST', '/api/invitation/accept', body);
  expect(String(accepted.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/);
  expect((await stranger.send('POST', '/api/invitation/accept', body)).status).toBe(410);
  const again = await startDesk(scene.options);
  expect(again.setupUrl).toBeUndefined();
  await again.close();

  const signIn = (password: string) => stranger.send('POST', '/api/session', { name: 'chefin', password });
  expect((await signIn('ein falsches Passwort')).status).toBe(401);
  const right = await signIn('ein langes Passwort');
  const cookie = /mailroom_session=([\w-]+)/.exec(String(right.headers['set-cookie']))?.[1];
  const chefin = callerWith(app, cookie);
  expect((await chefin.get('/api/session')).body).toMatchObject({ person: { role: 'administrator' } });
  await chefin.send('DELETE', '/api/session');
  expect((await chefin.get('/api/overview')).status).toBe(401);
  await app.close();
});

test('whoever tries links or passwords from one address is slowed down', async () => {
  await using scene = await openScene();
  const app = await createServer(scene.options, new Map());
  const stranger = callerWith(app, undefined);
  const guess = () => stranger.send('POST', '/api/invitation', { token: 'x'.repeat(43) });
  for (let count = 0; count < 20; count += 1) expect((await guess()).status).toBe(410);
  const slowed = await guess();
  expect(slowed.body['code']).toBe('too-many');
  expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(60);
  await app.close();
});

test('after ten wrong passwords even the right one waits, and a session ends by itself', async () => {
  await using scene = await openScene();
  const { database } = scene.options;
  const app = await createServer(scene.options, new Map());
  const stranger = callerWith(app, undefined);
  const token = 'x'.repeat(43);
  await database.query("insert into invitations values ($1, null, now() + interval '1 hour')", [
    hashToken(token),
  ]);
  const password = 'ein langes Passwort';
  const accepted = await stranger.send('POST', '/api/invitation/accept', {
    token,
    name: 'eva',
    displayName: 'Eva',
    password,
  });
  const cookie = /mailroom_session=([\w-]+)/.exec(String(accepted.headers['set-cookie']))?.[1];
  const eva = callerWith(app, cookie);
  const age = async () => {
    const { rows } = await database.query<{ old: boolean }>(
      "select last_seen_at < now() - interval '1 hour' as old from sessions",
    );
    return rows[0]?.old ? 'old' : 'fresh';
  };
  await database.query("update sessions set last_seen_at = now() - interval '119 minutes'");
  expect((await eva.get('/api/overview', { 'x-mailroom-by-itself': '1' })).status).toBe(200);
  expect(await age()).toBe('old');
  expect((await eva.get('/api/overview')).status).toBe(200);
  expect(await age()).toBe('fresh');
  await database.query("update sessions set last_seen_at = now() - interval '121 minutes'");
  expect((await eva.get('/api/overview')).status).toBe(401);

  for (let guess = 0; guess < 10; guess += 1) {
    await stranger.send('POST', '/api/session', { name: 'eva', password: `falsch ${guess}` });
  }
  expect((await stranger.send('POST', '/api/session', { name: 'eva', password })).body['code']).toBe(
    'locked',
  );
  await app.close();
});
