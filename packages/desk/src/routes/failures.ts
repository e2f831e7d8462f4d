import { failures, replay } from '@mailroom/database';
import { signedIn } from '../access/guard.ts';
import { ProblemError } from '../access/problem-error.ts';
import { done, idParameter } from '../api/instant.ts';
import { failuresAnswer, failuresQuery } from '../api/supervision.ts';
import type { App, Context } from '../context.ts';
import { nextById } from '../page-cursor.ts';

const pageLength = 100;

/** What failed, and putting it through once more. */
export function failureRoutes(app: App, { database, rework }: Context): void {
  const list = { querystring: failuresQuery, response: { 200: failuresAnswer } };
  app.get('/api/failures', { schema: list }, async (request) => {
    const items = await failures(database, { before: request.query.after, limit: pageLength });
    return { items, next: nextById(items, pageLength, ({ documentId }) => documentId) };
  });

  const again = { params: idParameter, response: { 200: done } };
  app.post('/api/documents/:id/replay', { schema: again }, async (request) => {
    const { id } = request.params;
    if (!(await replay(database, id, signedIn(request).name))) {
      throw new ProblemError(
        409,
        'not-possible',
        'Nur Abgewiesenes und Klärungsfälle können neu verarbeitet werden.',
      );
    }
    await rework?.(id);
    return { done: true as const };
  });
}
