import { queuesOf } from '@mailroom/core';
import {
  claimWorkItem,
  finishWorkItem,
  forwardWorkItem,
  releaseWorkItem,
  reopenWorkItem,
  returnWorkItem,
  type Worker,
  worklist,
} from '@mailroom/database';
import { signedIn } from '../access/guard.ts';
import { notFound, ProblemError } from '../access/problem-error.ts';
import {
  type StepBody,
  stepAnswer,
  stepBody,
  worklistAnswer,
  worklistParameter,
  worklistQuery,
} from '../api/work.ts';
import type { App, Context } from '../context.ts';
import { readCursor, writeCursor } from '../page-cursor.ts';

const pageLength = 100;

/** The worklists of departments, and the steps that people take with what lies there. */
export function workRoutes(app: App, context: Context): void {
  const { database } = context;
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

  const steps = { body: stepBody, response: { 200: stepAnswer } };
  app.post('/api/work-items/steps', { schema: steps }, async (request) => {
    const { name, scope } = signedIn(request);
    const step = stepOf(request.body, context);
    const changed: number[] = [];
    for (const id of request.body.ids) {
      if (await step(id, { actor: name, queues: scope.queues })) changed.push(id);
    }
    return { changed };
  });
}

type Step = (id: number, worker: Worker) => Promise<boolean>;

function stepOf(body: StepBody, { database, rules }: Context): Step {
  if (body.step === 'forward') {
    if (!queuesOf(rules.current().rulebook).includes(body.queue)) throw unknownQueue(body.queue);
    return (id, worker) => forwardWorkItem(database, id, worker, body);
  }
  if (body.step === 'return') return (id, worker) => returnWorkItem(database, id, worker, body.reason);
  const step = plainSteps[body.step];
  return (id, worker) => step(database, id, worker);
}

const plainSteps = {
  claim: claimWorkItem,
  release: releaseWorkItem,
  finish: finishWorkItem,
  reopen: reopenWorkItem,
};

const unknownQueue = (queue: string) =>
  new ProblemError(422, 'unknown-queue', `Die Abteilung „${queue}“ gibt es nicht.`);
