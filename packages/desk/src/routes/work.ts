import { queuesOf } from '@mailroom/core';
import {
  claimWorkItem,
  finishWorkItem,
  forwardWorkItem,
  releaseWorkItem,
  reopenWorkItem,
  returnWorkItem,
  worklist,
} from '@mailroom/database';
import { signedIn } from '../access/guard.ts';
import type { Person } from '../access/permissions.ts';
import { notFound, ProblemError } from '../access/problem-error.ts';
import { done, idParameter } from '../api/instant.ts';
import {
  type BulkBody,
  bulkAnswer,
  bulkBody,
  forwardBody,
  returnBody,
  worklistAnswer,
  worklistParameter,
  worklistQuery,
} from '../api/work.ts';
import type { App, Context } from '../context.ts';
import { readCursor, writeCursor } from '../page-cursor.ts';

const pageLength = 100;
const steps = {
  claim: claimWorkItem,
  release: releaseWorkItem,
  finish: finishWorkItem,
  reopen: reopenWorkItem,
};

export function workRoutes(app: App, context: Context): void {
  listRoute(app, context);
  for (const name of ['claim', 'release', 'finish', 'reopen'] as const) stepRoute(app, context, name);
  handingRoutes(app, context);

  const bulk = { body: bulkBody, response: { 200: bulkAnswer } };
  app.post('/api/work-items/bulk', { schema: bulk }, async (request) => {
    const step = stepOf(request.body, context);
    const worker = workerOf(signedIn(request));
    const changed: number[] = [];
    for (const id of request.body.ids) if (await step(id, worker)) changed.push(id);
    return { changed };
  });
}

type Worker = ReturnType<typeof workerOf>;

function stepOf(
  body: BulkBody,
  { database, rules }: Context,
): (id: number, worker: Worker) => Promise<boolean> {
  if (body.step === 'forward') {
    requireQueue(body.queue, rules);
    return (id, worker) => forwardWorkItem(database, id, worker, body);
  }
  if (body.step === 'return') return (id, worker) => returnWorkItem(database, id, worker, body.reason);
  const step = steps[body.step];
  return (id, worker) => step(database, id, worker);
}

function listRoute(app: App, { database }: Context): void {
  const schema = { params: worklistParameter, querystring: worklistQuery, response: { 200: worklistAnswer } };
  app.get('/api/queues/:queue/items', { schema }, async (request) => {
    const { queues } = signedIn(request).scope;
    const { queue } = request.params;
    if (queues !== null && !queues.includes(queue)) throw notFound();
    const cursor = readCursor(request.query.after);
    const after = cursor && { dueAt: cursor.at, id: cursor.id };
    const items = await worklist(database, queue, { after, limit: pageLength });
    const last = items.length === pageLength ? items.at(-1) : undefined;
    return { items, next: last ? writeCursor(last.dueAt, last.id) : null };
  });
}

function stepRoute(app: App, { database }: Context, name: keyof typeof steps): void {
  const schema = { params: idParameter, response: { 200: done } };
  app.post(`/api/work-items/:id/${name}`, { schema }, async (request) =>
    changed(await steps[name](database, request.params.id, workerOf(signedIn(request)))),
  );
}

function handingRoutes(app: App, { database, rules }: Context): void {
  const forward = { params: idParameter, body: forwardBody, response: { 200: done } };
  app.post('/api/work-items/:id/forward', { schema: forward }, async (request) => {
    requireQueue(request.body.queue, rules);
    const worker = workerOf(signedIn(request));
    return changed(await forwardWorkItem(database, request.params.id, worker, request.body));
  });

  const giveBack = { params: idParameter, body: returnBody, response: { 200: done } };
  app.post('/api/work-items/:id/return', { schema: giveBack }, async (request) => {
    const worker = workerOf(signedIn(request));
    return changed(await returnWorkItem(database, request.params.id, worker, request.body.reason));
  });
}

function requireQueue(queue: string, rules: Context['rules']): void {
  if (queuesOf(rules.current().rulebook).includes(queue)) return;
  throw new ProblemError(422, 'unknown-queue', `Die Abteilung „${queue}“ gibt es nicht.`);
}

const workerOf = ({ name, scope }: Person) => ({ actor: name, queues: scope.queues });

function changed(really: boolean): { done: true } {
  if (really) return { done: true };
  throw new ProblemError(
    409,
    'not-possible',
    'Das geht nicht (mehr): Der Vorgang ist in anderen Händen, erledigt oder nicht in Ihrer Abteilung.',
  );
}
