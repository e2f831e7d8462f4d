import { readAudit } from '@mailroom/database';
import { auditAnswer, auditQuery } from '../api/users.ts';
import type { App, Context } from '../context.ts';
import { nextById } from '../page-cursor.ts';

const pageLength = 100;

export function auditRoutes(app: App, { database }: Context): void {
  const schema = { querystring: auditQuery, response: { 200: auditAnswer } };
  app.get('/api/audit', { schema }, async ({ query: { after: before, document: documentId, ...rest } }) => {
    const items = await readAudit(database, { before, documentId, ...rest }, pageLength);
    return { items, next: nextById(items, pageLength, ({ id }) => id) };
  });
}
