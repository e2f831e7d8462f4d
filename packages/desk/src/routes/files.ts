import type { DocumentRecord } from '@mailroom/database';
import { loadPages } from '@mailroom/database';
import type { FastifyReply } from 'fastify';
import { signedIn } from '../access/guard.ts';
import { notFound } from '../access/problem-error.ts';
import { imageQuery, pageParameter } from '../api/documents.ts';
import { idParameter } from '../api/instant.ts';
import type { App, Context } from '../context.ts';
import { seenDocument } from '../seen-document.ts';

/** Page images and files to download. What came from outside is never shown by the browser itself, only saved. */
export function fileRoutes(app: App, { database, blobs, images }: Context): void {
  const page = { params: pageParameter, querystring: imageQuery };
  app.get('/api/documents/:id/pages/:number/image', { schema: page }, async (request, reply) => {
    const document = await seenDocument(database, request.params.id, signedIn(request));
    const { size } = request.query;
    const tag = `"${document.sha256.slice(0, 32)}-${request.params.number}-${document.pageCount ?? 0}-${size}"`;
    reply.header('cache-control', 'private, no-cache').header('etag', tag);
    if (request.headers['if-none-match'] === tag) return reply.status(304).send();
    const turns = new Map((await loadPages(database, document.id)).map(({ number, turn }) => [number, turn]));
    const draw = size === 'thumbnail' ? images.thumbnail : images.image;
    const image = await draw(document, request.params.number, turns);
    return reply.type('image/webp').send(image);
  });

  app.get('/api/documents/:id/original', { schema: { params: idParameter } }, async (request, reply) => {
    const document = await seenDocument(database, request.params.id, signedIn(request));
    return sendFile(reply, await blobs.get(document.sha256), 'application/octet-stream', document.fileName);
  });

  app.get(
    '/api/documents/:id/searchable.pdf',
    { schema: { params: idParameter } },
    async (request, reply) => {
      const document = await seenDocument(database, request.params.id, signedIn(request));
      if (document.searchablePdf === null) throw notFound();
      const pdf = await blobs.get(document.searchablePdf);
      return sendFile(reply, pdf, 'application/pdf', pdfName(document));
    },
  );
}

function sendFile(reply: FastifyReply, bytes: Buffer, type: string, name: string) {
  return reply
    .header('cache-control', 'private, no-store')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeName(name)}`)
    .type(type)
    .send(bytes);
}

const pdfName = ({ fileName, id }: DocumentRecord) => `${fileName.replace(/\.[^.]*$/, '') || id}.pdf`;

/** RFC 5987: everything but the safest characters in percent form; no folder, no control character. */
function encodeName(name: string): string {
  const plain = name
    .replace(/[\p{C}/\\]/gu, '_')
    .slice(-120)
    .toWellFormed();
  return encodeURIComponent(plain).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
}
