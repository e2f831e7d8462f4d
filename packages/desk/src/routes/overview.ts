import { overview } from '@mailroom/database';
import { signedIn } from '../access/guard.ts';
import { overviewAnswer, taxonomyAnswer } from '../api/overview.ts';
import type { App, Context } from '../context.ts';

export function overviewRoutes(app: App, { database, taxonomy }: Context): void {
  app.get('/api/overview', { schema: { response: { 200: overviewAnswer } } }, (request) =>
    overview(database, signedIn(request).scope),
  );

  app.get('/api/taxonomy', { schema: { response: { 200: taxonomyAnswer } } }, async () => ({
    intents: taxonomy.intents.map(({ intent, label, queue, needsAccount }) => ({
      ...{ intent, label, queue, needsAccount },
    })),
    queues: [...new Set(taxonomy.intents.map((one) => one.queue))].sort(),
  }));

  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
