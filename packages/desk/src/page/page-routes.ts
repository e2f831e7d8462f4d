import { extname } from 'node:path';
import type { FastifyReply } from 'fastify';
import { ProblemError } from '../access/problem-error.ts';
import type { App } from '../context.ts';
import type { Assets } from './build-page.ts';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.html': 'text/html; charset=utf-8',
};

/** The page's files from memory; every other address is a view of the page, which reads it itself. */
export function pageRoutes(app: App, assets: Assets): void {
  app.get('/', (_, reply) => send(reply, assets, '/'));
  app.get('/*', ({ url }, reply) => {
    const path = url.split('?', 1)[0] ?? '/';
    if (path.startsWith('/api/')) throw new ProblemError(404, 'not-found', 'Diese Adresse gibt es nicht.');
    const missing = path.startsWith('/assets/') && !assets.has(path);
    if (missing) throw new ProblemError(404, 'not-found', 'Die Seite ist veraltet. Bitte neu laden.');
    return send(reply, assets, assets.has(path) ? path : '/');
  });
}

/** Files under /assets/ carry a hash in their name and never change. */
function send(reply: FastifyReply, assets: Assets, path: string) {
  const fixed = path.startsWith('/assets/');
  return reply
    .header('cache-control', fixed ? 'public, max-age=31536000, immutable' : 'no-cache')
    .type(types[extname(path) || '.html'] ?? 'application/octet-stream')
    .send(assets.get(path));
}
