import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { findUserForSignIn, listUsers } from '@mailroom/database';
import { Provider } from 'oidc-provider';
import { expect, test } from 'vitest';
import type { Grant } from '../access/company-grants.ts';
import { createServer } from '../create-server.ts';
import { openScene } from '../testing/scene.ts';
import { callerWith, visit } from '../testing/visitor.ts';

/* A real OpenID Connect provider, its own sign-in pages, and a browser's part played by fetch. */

const grants = new Map<string, Grant>([
  ['post-leitung', { role: 'supervisor', queues: [], stations: [] }],
  ['post-kuendigung', { role: 'case-worker', queues: ['kuendigung'], stations: [] }],
  ['post-klaerung', { role: 'case-worker', queues: ['review'], stations: [] }],
]);

/** The provider knows everybody by any password; who they are says `groupsOf`. */
async function openProvider(deskUrl: string, groupsOf: Map<string, readonly string[]>) {
  const server = createHttpServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const issuer = `http://127.0.0.1:${address.port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: 'mailroom', client_secret: 'ein Geheimnis fuer den Test' },
        redirect_uris: [`${deskUrl}/api/oidc/callback`],
        post_logout_redirect_uris: [`${deskUrl}/`],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'], groups: ['groups'] },
    scopes: ['openid', 'profile', 'groups'],
    cookies: { keys: ['for this test'] },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({
        sub,
        name: `Frau ${sub}`,
        preferred_username: sub,
        groups: [...(groupsOf.get(sub) ?? [])],
      }),
    }),
  });
  server.on('request', provider.callback());
  return { issuer: new URL(issuer), close: () => void server.close() };
}

/** As much of a browser as a sign-in needs: cookies by host, redirects one by one, forms. */
function browse() {
  const jar = new Map<string, string>();
  async function ask(url: string, form?: Record<string, string>): Promise<Response> {
    const headers = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };
    const body = form && new URLSearchParams(form);
    const method = form ? 'POST' : 'GET';
    const response = await fetch(url, { redirect: 'manual', headers, method, ...(body ? { body } : {}) });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      jar.set(name, value);
    }
    return response;
  }
  const nextOf = (response: Response) => new URL(response.headers.get('location') ?? '', response.url).href;
  /** Follows redirects until a page, or until the address begins with `until`. */
  async function follow(url: string, until: string): Promise<string> {
    let at = url;
    for (let step = 0; step < 12 && !at.startsWith(until); step += 1) {
      const response = await ask(at);
      if (response.status === 200) return at;
      at = nextOf(response);
    }
    return at;
  }
  return { jar, ask, follow, nextOf };
}

async function signInThere(deskUrl: string, callback: string, login: string) {
  const browser = browse();
  const start = await fetch(`${deskUrl}/api/oidc`, { redirect: 'manual' });
  const passage = start.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  let page = await browser.follow(browser.nextOf(start), callback);
  page = browser.nextOf(await browser.ask(page, { prompt: 'login', login, password: 'x' }));
  page = await browser.follow(page, callback);
  if (!page.startsWith(callback)) {
    page = browser.nextOf(await browser.ask(page, { prompt: 'consent' }));
    page = await browser.follow(page, callback);
  }
  const back = (address: string) => fetch(address, { redirect: 'manual', headers: { cookie: passage } });
  return { page, back };
}

async function openCompany() {
  await using stack = new AsyncDisposableStack();
  const scene = stack.use(await openScene());
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const deskUrl = `http://127.0.0.1:${port}`;
  const groups = new Map<string, readonly string[]>();
  const provider = await openProvider(deskUrl, groups);
  stack.defer(() => provider.close());
  const company = {
    ...{ issuer: provider.issuer, clientId: 'mailroom', clientSecret: 'ein Geheimnis fuer den Test' },
    ...{ scope: 'openid profile groups', claim: 'groups', grants },
  };
  const options = { ...scene.options, publicUrl: new URL(deskUrl), company };
  const app = await createServer(options, new Map([['/', Buffer.from('')]]));
  stack.defer(() => app.close());
  await app.listen({ host: '127.0.0.1', port });
  const owned = stack.move();
  return { options, app, deskUrl, groups, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

const cookieOf = (response: Response) =>
  /mailroom_session=([\w-]+)/.exec(response.headers.getSetCookie().join(';'))?.[1];

test('somebody signs in at the company’s provider and may do what their groups say now', async () => {
  await using office = await openCompany();
  const { app, deskUrl, groups, options } = office;
  const callback = `${deskUrl}/api/oidc/callback`;
  await visit(app, options, { name: 'carla', role: 'administrator' }); // a local user of the same name
  groups.set('carla', ['andere', 'post-kuendigung', 'post-klaerung']);

  const first = await signInThere(deskUrl, callback, 'carla');
  const answer = await first.back(first.page);
  expect(answer.headers.get('location')).toBe('/');
  const carla = callerWith(app, cookieOf(answer));
  expect((await carla.get('/api/session')).body['person']).toMatchObject({
    ...{ name: 'carla-2', displayName: 'Frau carla', role: 'case-worker' },
    queues: ['kuendigung', 'review'],
  });
  expect((await findUserForSignIn(options.database, 'carla'))?.role).toBe('administrator');
  expect((await first.back(first.page)).headers.get('location')).toBe('/?anmeldung=company-sign-in-failed');

  groups.set('carla', ['post-leitung']);
  const second = await signInThere(deskUrl, callback, 'carla');
  await second.back(second.page);
  expect((await carla.get('/api/session')).body['person']).toMatchObject({ role: 'supervisor' });
  expect((await carla.send('DELETE', '/api/session')).body['next']).toContain('/session/end?');
});

test('a stranger’s group, a disabled account and another browser’s answer do not get in', async () => {
  await using office = await openCompany();
  const { app, deskUrl, groups, options } = office;
  const callback = `${deskUrl}/api/oidc/callback`;
  groups.set('eva', ['andere']);
  const stranger = await signInThere(deskUrl, callback, 'eva');
  const refused = await stranger.back(stranger.page);
  expect(refused.headers.get('location')).toBe('/?anmeldung=no-company-role');
  expect(cookieOf(refused)).toBeUndefined();

  groups.set('eva', ['post-leitung']);
  const eva = await signInThere(deskUrl, callback, 'eva');
  const other = await fetch(eva.page, { redirect: 'manual' });
  expect(other.headers.get('location')).toBe('/?anmeldung=no-passage');
  expect(cookieOf(await eva.back(eva.page))).toBeDefined();

  const boss = await visit(app, options, { name: 'boss', role: 'administrator' });
  const user = (await listUsers(options.database)).find((one) => one.company);
  expect(user).toMatchObject({ name: 'eva', ready: true });
  const change = { displayName: 'Eva', role: 'supervisor', queues: [], stations: [], disabled: true };
  await boss.send('PUT', `/api/users/${user?.id}`, change);
  expect((await boss.send('POST', `/api/users/${user?.id}/invitation`)).body['code']).toBe('company-account');
  const again = await signInThere(deskUrl, callback, 'eva');
  expect((await again.back(again.page)).headers.get('location')).toBe('/?anmeldung=disabled');
});

test('a provider that is away is said in words; without one there is no such way in', async () => {
  await using scene = await openScene();
  const company = {
    ...{ issuer: new URL('http://127.0.0.1:1'), clientId: 'x', clientSecret: undefined },
    ...{ scope: 'openid', claim: 'groups', grants },
  };
  const away = await createServer(
    { ...scene.options, publicUrl: new URL('https://post.example'), company },
    new Map(),
  );
  const reply = await away.inject({ url: '/api/oidc' });
  expect(reply.headers.location).toBe('/?anmeldung=oidc-away');
  await away.close();
  const plain = await createServer(scene.options, new Map());
  expect((await plain.inject({ url: '/api/oidc' })).statusCode).toBe(404);
  await plain.close();
});
