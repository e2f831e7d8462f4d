import { createUser, openSession, roles } from '@mailroom/database';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import type { App } from '../context.ts';
import { createServer } from '../create-server.ts';
import { openScene } from '../testing/scene.ts';
import { callerWith, type Visitor, visit } from '../testing/visitor.ts';
import { installGuard } from './guard.ts';
import { routeAccess } from './route-access.ts';
import { hashToken, newToken } from './token.ts';

const callers = ['nobody', ...roles, 'case-worker (review)'] as const;
type Caller = (typeof callers)[number];
const routes = Object.keys(routeAccess).filter((key) => / \/(api|docs)/.test(key));

/** May this caller get past the guard? What the handler says then (404, 400 ...) is not the guard's business. */
async function isLetIn(caller: Omit<Visitor, 'id'>, route: string): Promise<boolean> {
  const [method = '', pattern = ''] = route.split(' ');
  const url = pattern
    .replace(':id', '999999')
    .replace(':number', '1')
    .replace(':sha256', 'f'.repeat(64))
    .replace(':queue', 'kuendigung');
  const reply =
    method === 'GET' ? await caller.get(url) : await caller.send(method as 'POST' | 'PUT' | 'DELETE', url);
  return !['signed-out', 'forbidden'].includes(String(reply.body['code']));
}

async function callerOf(app: App, options: Parameters<typeof visit>[1], caller: Caller) {
  if (caller === 'nobody') return callerWith(app, undefined);
  const review = caller === 'case-worker (review)';
  const role = review ? 'case-worker' : caller;
  return visit(app, options, {
    name: review ? 'reviewer' : role,
    role,
    queues: review ? ['review'] : ['kuendigung'],
  });
}

test('every route lets in exactly the roles of its row', async () => {
  await using scene = await openScene();
  const app = await createServer(scene.options, new Map());
  const table = new Map<string, Caller[]>(routes.map((route) => [route, []]));
  for (const name of callers) {
    const caller = await callerOf(app, scene.options, name);
    // Signing out comes last: after it everything else would be closed.
    for (const route of [...routes].sort(
      (a, b) => Number(a.includes('DELETE')) - Number(b.includes('DELETE')),
    )) {
      if (await isLetIn(caller, route)) table.get(route)?.push(name);
    }
  }
  await expect(asMarkdown(table)).toMatchFileSnapshot('../../../../docs/desk-access.md');
  await app.close();
});

function asMarkdown(table: ReadonlyMap<string, readonly Caller[]>): string {
  const rows = [...table].map(
    ([route, allowed]) =>
      `| \`${route}\` | ${callers.map((one) => (allowed.includes(one) ? 'yes' : '')).join(' | ')} |`,
  );
  return [
    '# Who may call which route of the desk',
    '',
    'Made by the test `packages/desk/src/access/route-access.test.ts`, which asks every route as every role.',
    'A case worker sees only documents with work in their own departments, an operator only stacks of their own stations;',
    'see the tests of search, documents and stacks.',
    '',
    `| route | ${callers.join(' | ')} |`,
    `| --- |${callers.map(() => ' --- |').join('')}`,
    ...rows,
    '',
  ].join('\n');
}

test('without the CSRF token, or from another site, nothing is changed', async () => {
  await using scene = await openScene();
  const app = await createServer(scene.options, new Map());
  const boss = await visit(app, scene.options, { name: 'boss', role: 'administrator' });
  const cookies = await cookiesOf(scene.options);
  const url = '/api/users';
  const payload = { name: 'eva', displayName: 'Eva', role: 'auditor', queues: [], stations: [] };
  const bare = await app.inject({ method: 'POST', url, payload, cookies });
  expect(bare.json()).toMatchObject({ code: 'csrf' });
  const foreign = await app.inject({
    method: 'POST',
    url,
    payload,
    headers: { origin: 'https://evil.example' },
  });
  expect(foreign.json()).toMatchObject({ code: 'foreign-origin' });
  expect((await boss.get(url)).body['users']).toHaveLength(2);
  await app.close();
});

async function cookiesOf({ database }: Parameters<typeof visit>[1]) {
  const token = newToken();
  const userId = await createUser(database, {
    name: 'adm',
    displayName: 'A',
    role: 'administrator',
    queues: [],
    stations: [],
  });
  await openSession(database, { tokenHash: hashToken(token), userId: userId ?? 0, hours: 1 });
  return { mailroom_session: token };
}

test('a route without a row in the table cannot be served', async () => {
  await using scene = await openScene();
  const app = fastify();
  installGuard(app, scene.options.database);
  expect(() => app.get('/api/forgotten', async () => 'open')).toThrow('no row in route-access.ts');
});
