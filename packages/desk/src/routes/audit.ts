import { readAudit } from '@mailroom/database';
import { auditAnswer, auditQuery } from '../api/users.ts';
import type { App, Context } from '../context.ts';

export function auditRoutes(app: App, { database }: Context): void {
  const schema = { querystring: auditQuery, response: { 200: auditAnswer } };
  app.get('/api/audit', { schema }, async ({ query }) => ({
    items: await readAudit(database, { before: query.before, documentId: query.document }),
  }));
}
