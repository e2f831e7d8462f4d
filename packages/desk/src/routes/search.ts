import { civilDate } from '@mailroom/core';
import { findDocuments, parseQueryLine } from '@mailroom/database';
import { signedIn } from '../access/guard.ts';
import { searchAnswer, searchQuery } from '../api/search.ts';
import type { App, Context } from '../context.ts';
import { readCursor, writeCursor } from '../page-cursor.ts';
import { understandQuery } from '../search/understand-query.ts';

const pageLength = 30;

export function searchRoutes(app: App, { database, rules }: Context): void {
  const schema = { querystring: searchQuery, response: { 200: searchAnswer } };
  app.get('/api/search', { schema }, async (request) => {
    const cursor = readCursor(request.query.after);
    const { taxonomy, calendar } = rules.current().rulebook;
    const today = civilDate(new Date(), calendar);
    const { query, problems } = understandQuery(parseQueryLine(request.query.q), {
      taxonomy,
      calendar,
      today,
    });
    if (problems.length > 0) return { items: [], next: null, problems };
    const after = cursor && { receivedAt: cursor.at, id: cursor.id };
    const options = { after, limit: pageLength };
    const items = await findDocuments(database, query, signedIn(request).scope, options);
    const last = items.length === pageLength ? items.at(-1) : undefined;
    return { items, next: last ? writeCursor(last.receivedAt, last.documentId) : null, problems };
  });
}
