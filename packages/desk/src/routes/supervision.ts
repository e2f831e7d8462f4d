import { civilDate } from '@mailroom/core';
import { queueOverviews, supervision } from '@mailroom/database';
import { signedIn } from '../access/guard.ts';
import { supervisionAnswer } from '../api/supervision.ts';
import type { App, Context } from '../context.ts';

export function supervisionRoutes(app: App, { database, rules }: Context): void {
  app.get('/api/supervision', { schema: { response: { 200: supervisionAnswer } } }, async (request) => {
    const { calendar } = rules.current().rulebook;
    const [figures, queues] = await Promise.all([
      supervision(database, { timeZone: calendar.timeZone }),
      queueOverviews(database, signedIn(request).scope),
    ]);
    return { ...figures, queues, today: civilDate(new Date(), calendar) };
  });
}
