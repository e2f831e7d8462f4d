import { createUser, openSession, type Role } from '@mailroom/database';
import { csrfOf, hashToken, newToken } from '../access/token.ts';
import type { App } from '../context.ts';
import type { DeskOptions } from '../options.ts';

/** What came back: `body` is parsed JSON, or undefined. */
export interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly raw: Buffer;
  readonly headers: Record<string, unknown>;
}

/** Somebody at the desk who is signed in. */
export interface Visitor {
  readonly id: number;
  get(url: string, headers?: Record<string, string>): Promise<Reply>;
  send(method: 'POST' | 'PUT' | 'DELETE', url: string, body?: object): Promise<Reply>;
}

export async function visit(
  app: App,
  { database }: Pick<DeskOptions, 'database'>,
  {
    name,
    role,
    queues = [],
    stations = [],
  }: { name: string; role: Role; queues?: readonly string[]; stations?: readonly string[] },
): Promise<Visitor> {
  const id = await createUser(database, { name, displayName: name, role, queues, stations });
  if (id === undefined) throw new Error(`${name} stands twice`);
  const token = newToken();
  await openSession(database, { tokenHash: hashToken(token), userId: id, hours: 1 });
  return { id, ...callerWith(app, token) };
}

export function callerWith(app: App, token: string | undefined): Omit<Visitor, 'id'> {
  const cookies = token === undefined ? {} : { mailroom_session: token };
  const csrf = token === undefined ? {} : { 'x-mailroom-csrf': csrfOf(token) };
  return {
    async get(url, headers = {}) {
      return replyOf(await app.inject({ method: 'GET', url, cookies, headers }));
    },
    async send(method, url, body = {}) {
      return replyOf(await app.inject({ method, url, cookies, headers: csrf, payload: body }));
    },
  };
}

type Injected = Awaited<ReturnType<App['inject']>>;

function replyOf({ statusCode, headers, rawPayload }: Injected): Reply {
  const json = String(headers['content-type'] ?? '').startsWith('application/json');
  const body: Record<string, unknown> = json ? JSON.parse(rawPayload.toString('utf8')) : {};
  return { status: statusCode, body, raw: rawPayload, headers };
}
