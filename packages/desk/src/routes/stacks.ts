import {
  type Database,
  type LoadedStack,
  listStacks,
  loadStack,
  maySeeStack,
  turnsOfStack,
} from '@mailroom/database';
import { cutFrom, togetherTo } from '@mailroom/ingest';
import { signedIn } from '../access/guard.ts';
import type { Person } from '../access/permissions.ts';
import { notFound } from '../access/problem-error.ts';
import { imageQuery } from '../api/documents.ts';
import {
  mendAnswer,
  mendBody,
  stackAnswer,
  stackListAnswer,
  stackPageParameter,
  stackParameter,
} from '../api/stacks.ts';
import type { App, Context } from '../context.ts';
import { cutAnew } from '../stacks/cut-anew.ts';
import { drawStackPage } from '../stacks/draw-stack-page.ts';

/** Stacks as they were scanned, where they were cut, and cutting them otherwise. */
export function stackRoutes(app: App, context: Context): void {
  const { database } = context;
  app.get('/api/stacks', { schema: { response: { 200: stackListAnswer } } }, async (request) => ({
    items: await listStacks(database, signedIn(request).stackScope),
  }));

  const view = { params: stackParameter, response: { 200: stackAnswer } };
  app.get('/api/stacks/:sha256', { schema: view }, async (request) => {
    const stack = await seenStack(database, request.params.sha256, signedIn(request));
    const { sha256, fileName, mendedBy, pages, parts } = stack;
    const isDoubtful = (confidence: number | null) =>
      mendedBy === null && confidence !== null && confidence > togetherTo && confidence < cutFrom;
    return {
      ...{ sha256, fileName, mendedBy, letters: parts },
      pages: pages.map((page) => ({ ...page, doubtful: isDoubtful(page.confidence) })),
    };
  });

  const page = { params: stackPageParameter, querystring: imageQuery };
  app.get('/api/stacks/:sha256/pages/:number/image', { schema: page }, async (request, reply) => {
    const { sha256, number } = request.params;
    const stack = await seenStack(database, sha256, signedIn(request));
    if (!stack.pages.some((one) => one.number === number)) throw notFound();
    const tag = `"${sha256.slice(0, 32)}-${number}-${request.query.size}"`;
    reply.header('cache-control', 'private, no-cache').header('etag', tag);
    if (request.headers['if-none-match'] === tag) return reply.status(304).send();
    const turn = (await turnsOfStack(database, sha256)).get(number);
    const image = await drawStackPage(context, stack, number, { turn, size: request.query.size });
    return reply.type('image/webp').send(image);
  });

  const mend = { params: stackParameter, body: mendBody, response: { 200: mendAnswer } };
  app.post('/api/stacks/:sha256/letters', { schema: mend }, async (request) => {
    const person = signedIn(request);
    const stack = await seenStack(database, request.params.sha256, person);
    return cutAnew(context, stack, { ...request.body, actor: person.name });
  });
}

/** A stack that this person may see; whether another one exists is nobody's business. */
async function seenStack(database: Database, sha256: string, { stackScope }: Person): Promise<LoadedStack> {
  const [seen, stack] = await Promise.all([
    maySeeStack(database, sha256, stackScope),
    loadStack(database, sha256),
  ]);
  if (!seen || !stack) throw notFound();
  return stack;
}
