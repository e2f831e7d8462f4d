import { serveParent } from '@mailroom/children';
import { BadDocumentError, messageOf, type OpenedDocument, type OpenedPage } from '@mailroom/core';
import sharp from 'sharp';
import { defaultLimits, stackLimits } from '../limits.ts';
import { openDocument } from '../open-document.ts';
import type { OpenerAnswer, OpenerReply, OpenerRequest } from './protocol.ts';

/* The program of the opening child: hostile files are decoded here, where a crash or a hang costs one process. */

interface Open {
  readonly opened: OpenedDocument;
  readonly pages: AsyncIterator<OpenedPage>;
}

sharp.cache(false);
sharp.concurrency(1);

const open = new Map<number, Open>();
serveParent(async (request: OpenerRequest): Promise<OpenerReply> => {
  const answer = await answerSafely(request);
  return { answer, rssMb: process.memoryUsage.rss() / 1e6, openDocuments: open.size };
});

async function answerSafely(request: OpenerRequest): Promise<OpenerAnswer> {
  try {
    return await answerTo(request);
  } catch (error) {
    if (!(error instanceof BadDocumentError)) return { kind: 'failed', message: messageOf(error) };
    return { kind: 'bad', code: error.code, message: error.message, state: error.state };
  }
}

async function answerTo(request: OpenerRequest): Promise<OpenerAnswer> {
  if (request.kind === 'open') return openOriginal(request);
  const current = open.get(request.document);
  if (!current) return { kind: 'failed', message: `document ${request.document} is not open` };
  if (request.kind === 'next') {
    const { value, done } = await nextPage(request.document, current);
    if (!done) return { kind: 'page', page: value };
  }
  open.delete(request.document);
  await current.pages.return?.();
  return request.kind === 'close' ? { kind: 'closed' } : { kind: 'end', notes: [...current.opened.notes] };
}

/** A document that fails in the middle is not open any more. */
async function nextPage(document: number, { pages }: Open): Promise<IteratorResult<OpenedPage>> {
  try {
    return await pages.next();
  } catch (error) {
    open.delete(document);
    throw error;
  }
}

/** Saves two questions and their answers. A page count is only a promise: undefined when there are more. */
async function readOnlyPage(opened: OpenedDocument): Promise<OpenedPage | undefined> {
  const pages = opened.pages()[Symbol.asyncIterator]();
  const { value } = await pages.next();
  const { done } = await pages.next();
  await pages.return?.();
  return done ? value : undefined;
}

async function openOriginal(request: OpenerRequest & { kind: 'open' }): Promise<OpenerAnswer> {
  const { buffer, byteOffset, byteLength } = request.bytes;
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  const opened = await openDocument(bytes, {
    fileName: request.fileName,
    limits: request.isStack ? stackLimits : defaultLimits,
  });
  const { mediaType, pageCount, mail } = opened;
  const onlyPage = pageCount === 1 ? await readOnlyPage(opened) : undefined;
  if (!onlyPage) open.set(request.document, { opened, pages: opened.pages()[Symbol.asyncIterator]() });
  const answer = { mediaType, pageCount, notes: [...opened.notes], ...(mail ? { mail } : {}) };
  if (onlyPage?.kind === 'image' && onlyPage.image === bytes)
    return { kind: 'opened', ...answer, onlyPage: { ...onlyPage, image: Buffer.alloc(0) }, isOriginal: true };
  return { kind: 'opened', ...answer, ...(onlyPage ? { onlyPage } : {}) };
}
