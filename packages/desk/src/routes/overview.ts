import { queuesOf } from '@mailroom/core';
import { overview } from '@mailroom/database';
import { signedIn } from '../access/guard.ts';
import { overviewAnswer, taxonomyAnswer } from '../api/overview.ts';
import type { App, Context } from '../context.ts';

export function overviewRoutes(app: App, { database, rules }: Context): void {
  app.get('/api/overview', { schema: { response: { 200: overviewAnswer } } }, (request) =>
    overview(database, signedIn(request).scope, rules.current().rulebook.calendar),
  );

  app.get('/api/taxonomy', { schema: { response: { 200: taxonomyAnswer } } }, async () => {
    const { rulebook } = rules.current();
    const intents = rulebook.taxonomy.intents.map(({ intent, label, queue, needsAccount, keywords }) => ({
      ...{ intent, label, queue, needsAccount, keywords },
    }));
    return { intents, queues: queuesOf(rulebook), queueLabels: rulebook.queueLabels };
  });

  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
