import { createHash } from 'node:crypto';
import type { App } from './context.ts';

/**
 * JSON of the API carries an ETag; whoever has it already gets 304. Nothing may be kept without asking again:
 * after sign-out a shared machine shows nothing.
 */
export function answerUnchanged(app: App): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (!request.url.startsWith('/api/') || reply.hasHeader('cache-control')) return payload;
    reply.header('cache-control', 'private, no-cache');
    if (request.method !== 'GET' || reply.statusCode !== 200 || typeof payload !== 'string') return payload;
    const tag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`;
    reply.header('etag', tag);
    if (request.headers['if-none-match'] !== tag) return payload;
    reply.status(304).removeHeader('content-type');
    return null;
  });
}
